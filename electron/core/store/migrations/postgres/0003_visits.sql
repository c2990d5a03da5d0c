CREATE TABLE "outbox_message" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"visit_id" text NOT NULL,
	"recipient_name" text NOT NULL,
	"recipient" text NOT NULL,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"ics" text,
	"ics_method" text,
	"message_key" text NOT NULL,
	"state" text NOT NULL,
	"problem" text,
	"attempts" integer NOT NULL,
	"next_try_at" timestamp (3) with time zone,
	"not_after" timestamp (3) with time zone,
	"claimed_by" text,
	"claimed_until" timestamp (3) with time zone,
	"handed_over_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "service_desk" (
	"desk_no" integer PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visit" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"team" text NOT NULL,
	"state" text NOT NULL,
	"resident_id" text,
	"person_kind" text,
	"person_name" text,
	"reason" text NOT NULL,
	"language" text NOT NULL,
	"additional_information" text NOT NULL,
	"phone" text,
	"email" text,
	"day" text NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"lane" integer,
	"reference" text,
	"ics_sequence" integer NOT NULL,
	"series" text,
	"number" integer,
	"booked_at" timestamp (3) with time zone NOT NULL,
	"booked_by" text NOT NULL,
	"arrived_at" timestamp (3) with time zone,
	"called_at" timestamp (3) with time zone,
	"times_called" integer NOT NULL,
	"desk_no" integer,
	"called_by" text,
	"transferred" boolean NOT NULL,
	"transferred_to_desk" integer,
	"finished_at" timestamp (3) with time zone,
	"outcome" text,
	"note" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visit_event" (
	"id" text PRIMARY KEY NOT NULL,
	"visit_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"staff_id" text NOT NULL,
	"what" text NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visit_slot" (
	"id" text PRIMARY KEY NOT NULL,
	"visit_id" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"lane" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outbox_message" ADD CONSTRAINT "outbox_message_visit_id_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_desk" ADD CONSTRAINT "service_desk_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_resident_id_resident_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."resident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_booked_by_staff_id_fk" FOREIGN KEY ("booked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_called_by_staff_id_fk" FOREIGN KEY ("called_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_event" ADD CONSTRAINT "visit_event_visit_id_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_event" ADD CONSTRAINT "visit_event_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_slot" ADD CONSTRAINT "visit_slot_visit_id_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_message_key" ON "outbox_message" USING btree ("message_key");--> statement-breakpoint
CREATE INDEX "outbox_message_due" ON "outbox_message" USING btree ("state","next_try_at");--> statement-breakpoint
CREATE INDEX "outbox_message_visit" ON "outbox_message" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "outbox_message_created" ON "outbox_message" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "service_desk_staff" ON "service_desk" USING btree ("staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "visit_reference" ON "visit" USING btree ("reference");--> statement-breakpoint
CREATE UNIQUE INDEX "visit_number" ON "visit" USING btree ("day","series","number");--> statement-breakpoint
CREATE UNIQUE INDEX "visit_at_desk" ON "visit" USING btree ("desk_no") WHERE state = 'called';--> statement-breakpoint
CREATE INDEX "visit_day" ON "visit" USING btree ("day","state");--> statement-breakpoint
CREATE INDEX "visit_resident" ON "visit" USING btree ("resident_id","day");--> statement-breakpoint
CREATE INDEX "visit_event_visit" ON "visit_event" USING btree ("visit_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "visit_slot_taken" ON "visit_slot" USING btree ("starts_at","lane");--> statement-breakpoint
CREATE INDEX "visit_slot_visit" ON "visit_slot" USING btree ("visit_id");