CREATE TABLE "service_request" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"resident_id" text NOT NULL,
	"lease_id" text NOT NULL,
	"kind" text NOT NULL,
	"fields" jsonb NOT NULL,
	"goes_to" text NOT NULL,
	"who_kind" text NOT NULL,
	"who_name" text,
	"ask_id" text,
	"mandate_id" text,
	"questions" jsonb NOT NULL,
	"hidden" jsonb NOT NULL,
	"state" text NOT NULL,
	"due_on" text NOT NULL,
	"last_day" text,
	"held_once" text,
	"made_at" timestamp (3) with time zone NOT NULL,
	"made_by" text NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	"cancelled_by" text,
	"end_note" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outbox_message" ALTER COLUMN "visit_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox_message" ADD COLUMN "request_id" text;--> statement-breakpoint
ALTER TABLE "service_request" ADD CONSTRAINT "service_request_resident_id_resident_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."resident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_request" ADD CONSTRAINT "service_request_lease_id_lease_id_fk" FOREIGN KEY ("lease_id") REFERENCES "public"."lease"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_request" ADD CONSTRAINT "service_request_ask_id_mandate_ask_id_fk" FOREIGN KEY ("ask_id") REFERENCES "public"."mandate_ask"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_request" ADD CONSTRAINT "service_request_made_by_staff_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_request" ADD CONSTRAINT "service_request_ended_by_staff_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "service_request_reference" ON "service_request" USING btree ("reference");--> statement-breakpoint
CREATE UNIQUE INDEX "service_request_once" ON "service_request" USING btree ("held_once");--> statement-breakpoint
CREATE INDEX "service_request_resident" ON "service_request" USING btree ("resident_id","made_at");--> statement-breakpoint
CREATE INDEX "service_request_due" ON "service_request" USING btree ("state","due_on");--> statement-breakpoint
ALTER TABLE "outbox_message" ADD CONSTRAINT "outbox_message_request_id_service_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."service_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_message_request" ON "outbox_message" USING btree ("request_id");