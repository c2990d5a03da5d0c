CREATE TABLE "key" (
	"id" text PRIMARY KEY NOT NULL,
	"apartment_id" text NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"set_name" text NOT NULL,
	"note" text NOT NULL,
	"holder_kind" text NOT NULL,
	"holder_resident_id" text,
	"holder_name" text,
	"held_since" text NOT NULL,
	"last_seq" integer NOT NULL,
	"active" boolean NOT NULL,
	"row_hash" text,
	"left_on" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "key_case" (
	"id" text PRIMARY KEY NOT NULL,
	"handoff_id" text NOT NULL,
	"kind" text NOT NULL,
	"key_id" text,
	"report_row_id" text,
	"open_once" text,
	"outcome" text,
	"charge_cents" integer,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"opened_by" text NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text,
	"note" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "key_event" (
	"id" text PRIMARY KEY NOT NULL,
	"key_id" text NOT NULL,
	"seq" integer NOT NULL,
	"what" text NOT NULL,
	"holder_kind" text NOT NULL,
	"holder_resident_id" text,
	"holder_name" text,
	"happened_on" text NOT NULL,
	"typed_at" timestamp (3) with time zone NOT NULL,
	"staff_id" text NOT NULL,
	"word" text NOT NULL,
	"word_text" text NOT NULL,
	"handoff_id" text,
	"corrects" integer
);
--> statement-breakpoint
CREATE TABLE "key_handoff" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"direction" text NOT NULL,
	"state" text NOT NULL,
	"lease_id" text NOT NULL,
	"resident_id" text NOT NULL,
	"apartment_id" text NOT NULL,
	"bringer_kind" text NOT NULL,
	"bringer_resident_id" text,
	"bringer_name" text NOT NULL,
	"ask_id" text,
	"mandate_id" text,
	"request_id" text,
	"due_on" text NOT NULL,
	"language" text NOT NULL,
	"send" text NOT NULL,
	"note" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"made_by" text NOT NULL,
	"counted_on" text,
	"reminded_on" text,
	"reminders" integer NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	"cancelled_because" text,
	"end_note" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "key_handoff_event" (
	"id" text PRIMARY KEY NOT NULL,
	"handoff_id" text NOT NULL,
	"case_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"staff_id" text,
	"what" text NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "key_handoff_key" (
	"id" text PRIMARY KEY NOT NULL,
	"handoff_id" text NOT NULL,
	"key_id" text NOT NULL,
	"held_key_id" text,
	"state" text NOT NULL,
	"reported_on" text
);
--> statement-breakpoint
CREATE TABLE "key_report" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text,
	"month" text,
	"rows" integer NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	"taken_by" text NOT NULL,
	"note" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "key_report_row" (
	"id" text PRIMARY KEY NOT NULL,
	"report_id" text NOT NULL,
	"line" integer NOT NULL,
	"reference" text NOT NULL,
	"key_kind" text NOT NULL,
	"key_number" text NOT NULL,
	"result" text NOT NULL,
	"happened_on" text NOT NULL,
	"note" text NOT NULL,
	"problem" text,
	"handoff_id" text,
	"key_id" text,
	"state" text NOT NULL,
	"row_hash" text NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"settled_by" text,
	"settled_note" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "key_signature" (
	"id" text PRIMARY KEY NOT NULL,
	"handoff_id" text NOT NULL,
	"signer_name" text NOT NULL,
	"how" text NOT NULL,
	"strokes" jsonb NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"staff_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outbox_message" ADD COLUMN "key_handoff_id" text;--> statement-breakpoint
ALTER TABLE "key" ADD CONSTRAINT "key_apartment_id_apartment_id_fk" FOREIGN KEY ("apartment_id") REFERENCES "public"."apartment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key" ADD CONSTRAINT "key_holder_resident_id_resident_id_fk" FOREIGN KEY ("holder_resident_id") REFERENCES "public"."resident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_case" ADD CONSTRAINT "key_case_handoff_id_key_handoff_id_fk" FOREIGN KEY ("handoff_id") REFERENCES "public"."key_handoff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_case" ADD CONSTRAINT "key_case_key_id_key_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."key"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_case" ADD CONSTRAINT "key_case_report_row_id_key_report_row_id_fk" FOREIGN KEY ("report_row_id") REFERENCES "public"."key_report_row"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_case" ADD CONSTRAINT "key_case_opened_by_staff_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_case" ADD CONSTRAINT "key_case_closed_by_staff_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_event" ADD CONSTRAINT "key_event_key_id_key_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."key"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_event" ADD CONSTRAINT "key_event_holder_resident_id_resident_id_fk" FOREIGN KEY ("holder_resident_id") REFERENCES "public"."resident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_event" ADD CONSTRAINT "key_event_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_event" ADD CONSTRAINT "key_event_handoff_id_key_handoff_id_fk" FOREIGN KEY ("handoff_id") REFERENCES "public"."key_handoff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_handoff" ADD CONSTRAINT "key_handoff_lease_id_lease_id_fk" FOREIGN KEY ("lease_id") REFERENCES "public"."lease"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_handoff" ADD CONSTRAINT "key_handoff_resident_id_resident_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."resident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_handoff" ADD CONSTRAINT "key_handoff_apartment_id_apartment_id_fk" FOREIGN KEY ("apartment_id") REFERENCES "public"."apartment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_handoff" ADD CONSTRAINT "key_handoff_bringer_resident_id_resident_id_fk" FOREIGN KEY ("bringer_resident_id") REFERENCES "public"."resident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_handoff" ADD CONSTRAINT "key_handoff_ask_id_mandate_ask_id_fk" FOREIGN KEY ("ask_id") REFERENCES "public"."mandate_ask"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_handoff" ADD CONSTRAINT "key_handoff_request_id_service_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."service_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_handoff" ADD CONSTRAINT "key_handoff_made_by_staff_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_handoff" ADD CONSTRAINT "key_handoff_ended_by_staff_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_handoff_event" ADD CONSTRAINT "key_handoff_event_handoff_id_key_handoff_id_fk" FOREIGN KEY ("handoff_id") REFERENCES "public"."key_handoff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_handoff_event" ADD CONSTRAINT "key_handoff_event_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_handoff_key" ADD CONSTRAINT "key_handoff_key_handoff_id_key_handoff_id_fk" FOREIGN KEY ("handoff_id") REFERENCES "public"."key_handoff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_handoff_key" ADD CONSTRAINT "key_handoff_key_key_id_key_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."key"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_report" ADD CONSTRAINT "key_report_taken_by_staff_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_report_row" ADD CONSTRAINT "key_report_row_report_id_key_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."key_report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_report_row" ADD CONSTRAINT "key_report_row_handoff_id_key_handoff_id_fk" FOREIGN KEY ("handoff_id") REFERENCES "public"."key_handoff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_report_row" ADD CONSTRAINT "key_report_row_key_id_key_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."key"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_report_row" ADD CONSTRAINT "key_report_row_settled_by_staff_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_signature" ADD CONSTRAINT "key_signature_handoff_id_key_handoff_id_fk" FOREIGN KEY ("handoff_id") REFERENCES "public"."key_handoff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_signature" ADD CONSTRAINT "key_signature_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "key_number" ON "key" USING btree ("apartment_id","kind","number");--> statement-breakpoint
CREATE INDEX "key_resident" ON "key" USING btree ("holder_resident_id");--> statement-breakpoint
CREATE INDEX "key_holder" ON "key" USING btree ("holder_kind","held_since");--> statement-breakpoint
CREATE UNIQUE INDEX "key_case_once" ON "key_case" USING btree ("open_once");--> statement-breakpoint
CREATE INDEX "key_case_handoff" ON "key_case" USING btree ("handoff_id");--> statement-breakpoint
CREATE INDEX "key_case_opened" ON "key_case" USING btree ("opened_at");--> statement-breakpoint
CREATE INDEX "key_case_closed" ON "key_case" USING btree ("closed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "key_event_seq" ON "key_event" USING btree ("key_id","seq");--> statement-breakpoint
CREATE INDEX "key_event_handoff" ON "key_event" USING btree ("handoff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "key_handoff_reference" ON "key_handoff" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "key_handoff_due" ON "key_handoff" USING btree ("state","due_on");--> statement-breakpoint
CREATE INDEX "key_handoff_made" ON "key_handoff" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "key_handoff_resident" ON "key_handoff" USING btree ("resident_id","made_at");--> statement-breakpoint
CREATE INDEX "key_handoff_apartment" ON "key_handoff" USING btree ("apartment_id");--> statement-breakpoint
CREATE INDEX "key_handoff_request" ON "key_handoff" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "key_handoff_event_handoff" ON "key_handoff_event" USING btree ("handoff_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "key_handoff_key_once" ON "key_handoff_key" USING btree ("handoff_id","key_id");--> statement-breakpoint
CREATE UNIQUE INDEX "key_handoff_key_held" ON "key_handoff_key" USING btree ("held_key_id");--> statement-breakpoint
CREATE INDEX "key_handoff_key_key" ON "key_handoff_key" USING btree ("key_id");--> statement-breakpoint
CREATE UNIQUE INDEX "key_report_file" ON "key_report" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "key_report_taken" ON "key_report" USING btree ("taken_at");--> statement-breakpoint
CREATE UNIQUE INDEX "key_report_row_line" ON "key_report_row" USING btree ("report_id","line");--> statement-breakpoint
CREATE INDEX "key_report_row_state" ON "key_report_row" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "key_report_row_handoff" ON "key_report_row" USING btree ("handoff_id");--> statement-breakpoint
CREATE INDEX "key_report_row_hash" ON "key_report_row" USING btree ("row_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "key_signature_once" ON "key_signature" USING btree ("handoff_id");--> statement-breakpoint
ALTER TABLE "outbox_message" ADD CONSTRAINT "outbox_message_key_handoff_id_key_handoff_id_fk" FOREIGN KEY ("key_handoff_id") REFERENCES "public"."key_handoff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_message_key_handoff" ON "outbox_message" USING btree ("key_handoff_id");--> statement-breakpoint
CREATE FUNCTION custody_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'custody is append-only'; END $$;
--> statement-breakpoint
CREATE TRIGGER key_event_no_change BEFORE UPDATE OR DELETE ON key_event FOR EACH ROW EXECUTE FUNCTION custody_append_only();
--> statement-breakpoint
CREATE TRIGGER key_event_no_truncate BEFORE TRUNCATE ON key_event FOR EACH STATEMENT EXECUTE FUNCTION custody_append_only();
