CREATE TABLE "answer" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"topic" text NOT NULL,
	"texts" jsonb NOT NULL,
	"valid_from" text,
	"valid_until" text,
	"withdrawn" boolean NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "call" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"line" text NOT NULL,
	"staff_id" text NOT NULL,
	"live_staff_id" text,
	"number_kind" text NOT NULL,
	"number" text,
	"caller_kind" text NOT NULL,
	"resident_id" text,
	"caller_name" text NOT NULL,
	"asked" jsonb NOT NULL,
	"recognised" boolean NOT NULL,
	"topic" text,
	"said" text NOT NULL,
	"outcome" text,
	"outside_hours" boolean NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"live_since" timestamp (3) with time zone,
	"talked_seconds" integer NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "defect" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"state" text NOT NULL,
	"kind" text NOT NULL,
	"place" text NOT NULL,
	"urgency" text NOT NULL,
	"goes_to" text NOT NULL,
	"goes_to_name" text NOT NULL,
	"resident_id" text NOT NULL,
	"lease_id" text NOT NULL,
	"apartment_id" text NOT NULL,
	"property_id" text NOT NULL,
	"description" text NOT NULL,
	"master_key" boolean NOT NULL,
	"pets" text NOT NULL,
	"at_home" text NOT NULL,
	"phone" text,
	"via" text NOT NULL,
	"call_id" text,
	"told_number" text,
	"told_at" timestamp (3) with time zone,
	"same_as_id" text,
	"reported_at" timestamp (3) with time zone NOT NULL,
	"reported_by" text NOT NULL,
	"starts_on" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"because" jsonb NOT NULL,
	"times_reopened" integer NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	"end_note" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "defect_event" (
	"id" text PRIMARY KEY NOT NULL,
	"defect_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"staff_id" text NOT NULL,
	"what" text NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "defect_picture" (
	"id" text PRIMARY KEY NOT NULL,
	"defect_id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"added_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "defect_picture_part" (
	"id" text PRIMARY KEY NOT NULL,
	"picture_id" text NOT NULL,
	"place" integer NOT NULL,
	"base64" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "door_opening" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"state" text NOT NULL,
	"resident_id" text NOT NULL,
	"lease_id" text NOT NULL,
	"apartment_id" text NOT NULL,
	"via" text NOT NULL,
	"call_id" text,
	"identity_check_id" text,
	"phone" text,
	"note" text NOT NULL,
	"dispatched_to" text NOT NULL,
	"dispatched_because" text NOT NULL,
	"usual_by" timestamp (3) with time zone NOT NULL,
	"fee_cents" integer,
	"day_kind" text,
	"prices_from" text,
	"ordered_at" timestamp (3) with time zone NOT NULL,
	"ordered_by" text NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	"cancelled_because" text,
	"end_note" text,
	"exported_at" timestamp (3) with time zone,
	"exported_by" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "door_prices" (
	"id" text PRIMARY KEY NOT NULL,
	"from_on" text NOT NULL,
	"prices" jsonb NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"saved_by" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"resident_id" text,
	"lease_id" text,
	"call_id" text,
	"defect_id" text,
	"door_opening_id" text,
	"owner_staff_id" text,
	"owner_team" text,
	"waits_for" text,
	"due_at" timestamp (3) with time zone NOT NULL,
	"because" jsonb NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"made_by" text NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	"end_note" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task_event" (
	"id" text PRIMARY KEY NOT NULL,
	"task_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"staff_id" text NOT NULL,
	"what" text NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outbox_message" ADD COLUMN "defect_id" text;--> statement-breakpoint
ALTER TABLE "outbox_message" ADD COLUMN "task_id" text;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_changed_by_staff_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_resident_id_resident_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."resident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defect" ADD CONSTRAINT "defect_resident_id_resident_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."resident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defect" ADD CONSTRAINT "defect_lease_id_lease_id_fk" FOREIGN KEY ("lease_id") REFERENCES "public"."lease"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defect" ADD CONSTRAINT "defect_apartment_id_apartment_id_fk" FOREIGN KEY ("apartment_id") REFERENCES "public"."apartment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defect" ADD CONSTRAINT "defect_property_id_property_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."property"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defect" ADD CONSTRAINT "defect_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defect" ADD CONSTRAINT "defect_reported_by_staff_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defect" ADD CONSTRAINT "defect_ended_by_staff_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defect_event" ADD CONSTRAINT "defect_event_defect_id_defect_id_fk" FOREIGN KEY ("defect_id") REFERENCES "public"."defect"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defect_event" ADD CONSTRAINT "defect_event_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defect_picture" ADD CONSTRAINT "defect_picture_defect_id_defect_id_fk" FOREIGN KEY ("defect_id") REFERENCES "public"."defect"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defect_picture" ADD CONSTRAINT "defect_picture_added_by_staff_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defect_picture_part" ADD CONSTRAINT "defect_picture_part_picture_id_defect_picture_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."defect_picture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_opening" ADD CONSTRAINT "door_opening_resident_id_resident_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."resident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_opening" ADD CONSTRAINT "door_opening_lease_id_lease_id_fk" FOREIGN KEY ("lease_id") REFERENCES "public"."lease"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_opening" ADD CONSTRAINT "door_opening_apartment_id_apartment_id_fk" FOREIGN KEY ("apartment_id") REFERENCES "public"."apartment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_opening" ADD CONSTRAINT "door_opening_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_opening" ADD CONSTRAINT "door_opening_identity_check_id_identity_check_id_fk" FOREIGN KEY ("identity_check_id") REFERENCES "public"."identity_check"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_opening" ADD CONSTRAINT "door_opening_ordered_by_staff_id_fk" FOREIGN KEY ("ordered_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_opening" ADD CONSTRAINT "door_opening_ended_by_staff_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_opening" ADD CONSTRAINT "door_opening_exported_by_staff_id_fk" FOREIGN KEY ("exported_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_prices" ADD CONSTRAINT "door_prices_saved_by_staff_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_resident_id_resident_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."resident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_lease_id_lease_id_fk" FOREIGN KEY ("lease_id") REFERENCES "public"."lease"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_defect_id_defect_id_fk" FOREIGN KEY ("defect_id") REFERENCES "public"."defect"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_door_opening_id_door_opening_id_fk" FOREIGN KEY ("door_opening_id") REFERENCES "public"."door_opening"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_owner_staff_id_staff_id_fk" FOREIGN KEY ("owner_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_made_by_staff_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_ended_by_staff_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_event" ADD CONSTRAINT "task_event_task_id_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_event" ADD CONSTRAINT "task_event_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "answer_key" ON "answer" USING btree ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "call_live" ON "call" USING btree ("live_staff_id");--> statement-breakpoint
CREATE INDEX "call_staff" ON "call" USING btree ("staff_id","started_at");--> statement-breakpoint
CREATE INDEX "call_resident" ON "call" USING btree ("resident_id","started_at");--> statement-breakpoint
CREATE INDEX "call_state" ON "call" USING btree ("state","started_at");--> statement-breakpoint
CREATE INDEX "call_started" ON "call" USING btree ("started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "defect_reference" ON "defect" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "defect_resident" ON "defect" USING btree ("resident_id","reported_at");--> statement-breakpoint
CREATE INDEX "defect_property" ON "defect" USING btree ("property_id","kind","state");--> statement-breakpoint
CREATE INDEX "defect_due" ON "defect" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "defect_call" ON "defect" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "defect_event_defect" ON "defect_event" USING btree ("defect_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "defect_picture_once" ON "defect_picture" USING btree ("defect_id","sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "defect_picture_part_place" ON "defect_picture_part" USING btree ("picture_id","place");--> statement-breakpoint
CREATE UNIQUE INDEX "door_opening_reference" ON "door_opening" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "door_opening_resident" ON "door_opening" USING btree ("resident_id","ordered_at");--> statement-breakpoint
CREATE INDEX "door_opening_state" ON "door_opening" USING btree ("state","ordered_at");--> statement-breakpoint
CREATE INDEX "door_opening_call" ON "door_opening" USING btree ("call_id");--> statement-breakpoint
CREATE UNIQUE INDEX "door_prices_from" ON "door_prices" USING btree ("from_on");--> statement-breakpoint
CREATE INDEX "task_owner" ON "task" USING btree ("owner_staff_id","state","due_at");--> statement-breakpoint
CREATE INDEX "task_team" ON "task" USING btree ("owner_team","state","due_at");--> statement-breakpoint
CREATE INDEX "task_due" ON "task" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "task_resident" ON "task" USING btree ("resident_id","made_at");--> statement-breakpoint
CREATE INDEX "task_call" ON "task" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "task_event_task" ON "task_event" USING btree ("task_id","at");--> statement-breakpoint
ALTER TABLE "outbox_message" ADD CONSTRAINT "outbox_message_defect_id_defect_id_fk" FOREIGN KEY ("defect_id") REFERENCES "public"."defect"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox_message" ADD CONSTRAINT "outbox_message_task_id_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_message_defect" ON "outbox_message" USING btree ("defect_id");--> statement-breakpoint
CREATE INDEX "outbox_message_task" ON "outbox_message" USING btree ("task_id");