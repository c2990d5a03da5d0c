CREATE TABLE "draft" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"key" text NOT NULL,
	"value" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "draft_staff_key" ON "draft" USING btree ("staff_id","key");--> statement-breakpoint
CREATE INDEX "draft_saved_at" ON "draft" USING btree ("saved_at");