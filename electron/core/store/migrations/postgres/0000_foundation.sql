CREATE TABLE "apartment" (
	"id" text PRIMARY KEY NOT NULL,
	"apartment_no" text NOT NULL,
	"property_id" text NOT NULL,
	"stair" text NOT NULL,
	"number" text NOT NULL,
	"rooms" integer NOT NULL,
	"area_m2" double precision NOT NULL,
	"row_hash" text NOT NULL,
	"left_on" text
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"seq" integer PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"staff_id" text,
	"staff_name" text,
	"desk" text NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text,
	"subject_id" text,
	"outcome" text NOT NULL,
	"reason" text,
	"kept" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "desk_sign_in" (
	"id" text PRIMARY KEY NOT NULL,
	"desk_name" text NOT NULL,
	"staff_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity_check" (
	"id" text PRIMARY KEY NOT NULL,
	"resident_id" text NOT NULL,
	"purpose" text NOT NULL,
	"document_kind" text NOT NULL,
	"issuing_country" text NOT NULL,
	"valid_on_day" boolean NOT NULL,
	"outcome" text NOT NULL,
	"refusals" jsonb NOT NULL,
	"checked_by" text NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lease" (
	"id" text PRIMARY KEY NOT NULL,
	"lease_no" text NOT NULL,
	"apartment_id" text NOT NULL,
	"signed_on" text,
	"begins_on" text NOT NULL,
	"ends_on" text,
	"notice_given_on" text,
	"row_hash" text NOT NULL,
	"left_on" text
);
--> statement-breakpoint
CREATE TABLE "occupancy" (
	"id" text PRIMARY KEY NOT NULL,
	"occupancy_no" text NOT NULL,
	"lease_id" text NOT NULL,
	"resident_id" text NOT NULL,
	"role" text NOT NULL,
	"from_on" text NOT NULL,
	"to_on" text,
	"row_hash" text NOT NULL,
	"left_on" text
);
--> statement-breakpoint
CREATE TABLE "portal_registration" (
	"id" text PRIMARY KEY NOT NULL,
	"resident_id" text NOT NULL,
	"identity_check_id" text NOT NULL,
	"email" text,
	"identified_at" timestamp (3) with time zone NOT NULL,
	"username_created_at" timestamp (3) with time zone,
	"link_sent_at" timestamp (3) with time zone,
	"confirmed_at" timestamp (3) with time zone,
	"registered_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"closed_because" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "property" (
	"id" text PRIMARY KEY NOT NULL,
	"property_no" text NOT NULL,
	"address" text NOT NULL,
	"postal_code" text NOT NULL,
	"district" text NOT NULL,
	"kind" text NOT NULL,
	"manager_name" text NOT NULL,
	"manager_phone" text NOT NULL,
	"manager_email" text NOT NULL,
	"maintenance_area" text NOT NULL,
	"cleaning" text NOT NULL,
	"cleaning_company" text,
	"row_hash" text NOT NULL,
	"left_on" text
);
--> statement-breakpoint
CREATE TABLE "register_import" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"staff_id" text NOT NULL,
	"kind" text NOT NULL,
	"added" integer NOT NULL,
	"changed" integer NOT NULL,
	"ended" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "resident" (
	"id" text PRIMARY KEY NOT NULL,
	"resident_no" text NOT NULL,
	"first_names" text NOT NULL,
	"last_name" text NOT NULL,
	"identity_code" text,
	"birth_date" text,
	"language" text NOT NULL,
	"phone" text,
	"email" text,
	"iban" text,
	"non_disclosure" boolean NOT NULL,
	"died_on" text,
	"register_phone" text,
	"register_email" text,
	"register_language" text NOT NULL,
	"version" integer NOT NULL,
	"row_hash" text NOT NULL,
	"left_on" text
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" text PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"name" text NOT NULL,
	"roles" jsonb NOT NULL,
	"password_hash" text NOT NULL,
	"must_change_password" boolean NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"failed_sign_ins" integer NOT NULL,
	"last_failure_at" timestamp (3) with time zone,
	"locked_out_until" timestamp (3) with time zone,
	"last_sign_in_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "timeline_event" (
	"id" text PRIMARY KEY NOT NULL,
	"resident_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"staff_id" text NOT NULL,
	"kind" text NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "apartment" ADD CONSTRAINT "apartment_property_id_property_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."property"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_sign_in" ADD CONSTRAINT "desk_sign_in_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_check" ADD CONSTRAINT "identity_check_resident_id_resident_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."resident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_check" ADD CONSTRAINT "identity_check_checked_by_staff_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lease" ADD CONSTRAINT "lease_apartment_id_apartment_id_fk" FOREIGN KEY ("apartment_id") REFERENCES "public"."apartment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupancy" ADD CONSTRAINT "occupancy_lease_id_lease_id_fk" FOREIGN KEY ("lease_id") REFERENCES "public"."lease"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupancy" ADD CONSTRAINT "occupancy_resident_id_resident_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."resident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_registration" ADD CONSTRAINT "portal_registration_resident_id_resident_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."resident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_registration" ADD CONSTRAINT "portal_registration_identity_check_id_identity_check_id_fk" FOREIGN KEY ("identity_check_id") REFERENCES "public"."identity_check"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_import" ADD CONSTRAINT "register_import_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timeline_event" ADD CONSTRAINT "timeline_event_resident_id_resident_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."resident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timeline_event" ADD CONSTRAINT "timeline_event_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "apartment_no" ON "apartment" USING btree ("apartment_no");--> statement-breakpoint
CREATE INDEX "apartment_property" ON "apartment" USING btree ("property_id");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject_id","seq");--> statement-breakpoint
CREATE INDEX "audit_staff" ON "audit" USING btree ("staff_id","seq");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "desk_sign_in_desk_staff" ON "desk_sign_in" USING btree ("desk_name","staff_id");--> statement-breakpoint
CREATE INDEX "identity_check_resident" ON "identity_check" USING btree ("resident_id","checked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "lease_no" ON "lease" USING btree ("lease_no");--> statement-breakpoint
CREATE INDEX "lease_apartment" ON "lease" USING btree ("apartment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "occupancy_no" ON "occupancy" USING btree ("occupancy_no");--> statement-breakpoint
CREATE INDEX "occupancy_lease" ON "occupancy" USING btree ("lease_id");--> statement-breakpoint
CREATE INDEX "occupancy_resident" ON "occupancy" USING btree ("resident_id");--> statement-breakpoint
CREATE UNIQUE INDEX "portal_registration_open" ON "portal_registration" USING btree ("resident_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "portal_registration_email" ON "portal_registration" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "property_no" ON "property" USING btree ("property_no");--> statement-breakpoint
CREATE UNIQUE INDEX "resident_no" ON "resident" USING btree ("resident_no");--> statement-breakpoint
CREATE INDEX "resident_identity_code" ON "resident" USING btree ("identity_code");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_username" ON "staff" USING btree ("username");--> statement-breakpoint
CREATE INDEX "timeline_event_resident" ON "timeline_event" USING btree ("resident_id","at");