CREATE TABLE "mandate" (
	"id" text PRIMARY KEY NOT NULL,
	"resident_id" text NOT NULL,
	"state" text NOT NULL,
	"general" boolean NOT NULL,
	"scopes" jsonb NOT NULL,
	"open_section" text NOT NULL,
	"parties" jsonb NOT NULL,
	"died_on" text,
	"object_kind" text,
	"object_lease_id" text,
	"object_apartment_id" text,
	"object_name" text,
	"signed_on" text NOT NULL,
	"valid_from" text NOT NULL,
	"valid_until" text,
	"last_day" text NOT NULL,
	"arrived" text NOT NULL,
	"refused_because" text,
	"refused_note" text,
	"revoked_by" text,
	"revoked_how" text,
	"revoked_on" text,
	"revoked_note" text,
	"renews" text,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mandate_ask" (
	"id" text PRIMARY KEY NOT NULL,
	"resident_id" text NOT NULL,
	"who_kind" text NOT NULL,
	"grantee_id" text,
	"who_resident_id" text,
	"who_name" text,
	"action" text NOT NULL,
	"lease_id" text NOT NULL,
	"object_name" text,
	"answer" text NOT NULL,
	"reason" text,
	"ground" jsonb,
	"nearest_mandate_id" text,
	"open_section" text,
	"hidden" jsonb NOT NULL,
	"others" jsonb NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"asked_by" text NOT NULL,
	"decision_allowed" boolean,
	"decision_note" text,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text
);
--> statement-breakpoint
CREATE TABLE "mandate_event" (
	"id" text PRIMARY KEY NOT NULL,
	"mandate_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"staff_id" text NOT NULL,
	"what" text NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mandate_grantee" (
	"id" text PRIMARY KEY NOT NULL,
	"mandate_id" text NOT NULL,
	"resident_id" text,
	"first_names" text NOT NULL,
	"last_name" text NOT NULL,
	"birth_date" text,
	"phone" text,
	"email" text,
	"place" integer NOT NULL,
	"removed" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mandate_grantee_check" (
	"id" text PRIMARY KEY NOT NULL,
	"grantee_id" text NOT NULL,
	"document_kind" text NOT NULL,
	"issuing_country" text NOT NULL,
	"valid_on_day" boolean NOT NULL,
	"outcome" text NOT NULL,
	"refusals" jsonb NOT NULL,
	"checked_by" text NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mandate_grantor" (
	"id" text PRIMARY KEY NOT NULL,
	"mandate_id" text NOT NULL,
	"resident_id" text NOT NULL,
	"place" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mandate_paper" (
	"id" text PRIMARY KEY NOT NULL,
	"mandate_id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"held_sha256" text,
	"added_at" timestamp (3) with time zone NOT NULL,
	"added_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mandate_paper_part" (
	"id" text PRIMARY KEY NOT NULL,
	"paper_id" text NOT NULL,
	"place" integer NOT NULL,
	"base64" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_resident_id_resident_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."resident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_object_lease_id_lease_id_fk" FOREIGN KEY ("object_lease_id") REFERENCES "public"."lease"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_object_apartment_id_apartment_id_fk" FOREIGN KEY ("object_apartment_id") REFERENCES "public"."apartment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_ask" ADD CONSTRAINT "mandate_ask_resident_id_resident_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."resident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_ask" ADD CONSTRAINT "mandate_ask_grantee_id_mandate_grantee_id_fk" FOREIGN KEY ("grantee_id") REFERENCES "public"."mandate_grantee"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_ask" ADD CONSTRAINT "mandate_ask_who_resident_id_resident_id_fk" FOREIGN KEY ("who_resident_id") REFERENCES "public"."resident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_ask" ADD CONSTRAINT "mandate_ask_lease_id_lease_id_fk" FOREIGN KEY ("lease_id") REFERENCES "public"."lease"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_ask" ADD CONSTRAINT "mandate_ask_nearest_mandate_id_mandate_id_fk" FOREIGN KEY ("nearest_mandate_id") REFERENCES "public"."mandate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_ask" ADD CONSTRAINT "mandate_ask_asked_by_staff_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_ask" ADD CONSTRAINT "mandate_ask_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_event" ADD CONSTRAINT "mandate_event_mandate_id_mandate_id_fk" FOREIGN KEY ("mandate_id") REFERENCES "public"."mandate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_event" ADD CONSTRAINT "mandate_event_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_grantee" ADD CONSTRAINT "mandate_grantee_mandate_id_mandate_id_fk" FOREIGN KEY ("mandate_id") REFERENCES "public"."mandate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_grantee" ADD CONSTRAINT "mandate_grantee_resident_id_resident_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."resident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_grantee_check" ADD CONSTRAINT "mandate_grantee_check_grantee_id_mandate_grantee_id_fk" FOREIGN KEY ("grantee_id") REFERENCES "public"."mandate_grantee"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_grantee_check" ADD CONSTRAINT "mandate_grantee_check_checked_by_staff_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_grantor" ADD CONSTRAINT "mandate_grantor_mandate_id_mandate_id_fk" FOREIGN KEY ("mandate_id") REFERENCES "public"."mandate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_grantor" ADD CONSTRAINT "mandate_grantor_resident_id_resident_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."resident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_paper" ADD CONSTRAINT "mandate_paper_mandate_id_mandate_id_fk" FOREIGN KEY ("mandate_id") REFERENCES "public"."mandate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_paper" ADD CONSTRAINT "mandate_paper_added_by_staff_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate_paper_part" ADD CONSTRAINT "mandate_paper_part_paper_id_mandate_paper_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."mandate_paper"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mandate_state_last_day" ON "mandate" USING btree ("state","last_day");--> statement-breakpoint
CREATE INDEX "mandate_object_lease" ON "mandate" USING btree ("object_lease_id");--> statement-breakpoint
CREATE INDEX "mandate_renews" ON "mandate" USING btree ("renews");--> statement-breakpoint
CREATE INDEX "mandate_ask_resident" ON "mandate_ask" USING btree ("resident_id","asked_at");--> statement-breakpoint
CREATE INDEX "mandate_event_mandate" ON "mandate_event" USING btree ("mandate_id","at");--> statement-breakpoint
CREATE INDEX "mandate_grantee_mandate" ON "mandate_grantee" USING btree ("mandate_id");--> statement-breakpoint
CREATE INDEX "mandate_grantee_resident" ON "mandate_grantee" USING btree ("resident_id");--> statement-breakpoint
CREATE INDEX "mandate_grantee_check_grantee" ON "mandate_grantee_check" USING btree ("grantee_id","checked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "mandate_grantor_once" ON "mandate_grantor" USING btree ("mandate_id","resident_id");--> statement-breakpoint
CREATE INDEX "mandate_grantor_resident" ON "mandate_grantor" USING btree ("resident_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mandate_paper_once" ON "mandate_paper" USING btree ("held_sha256");--> statement-breakpoint
CREATE INDEX "mandate_paper_mandate" ON "mandate_paper" USING btree ("mandate_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mandate_paper_part_place" ON "mandate_paper_part" USING btree ("paper_id","place");