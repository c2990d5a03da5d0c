-- What was read as one owner is one.
UPDATE "task" SET owner_team = NULL WHERE owner_staff_id IS NOT NULL AND owner_team IS NOT NULL;--> statement-breakpoint
UPDATE "task" SET owner_team = 'lead' WHERE owner_staff_id IS NULL AND owner_team IS NULL;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_one_owner" CHECK ((owner_staff_id IS NULL) <> (owner_team IS NULL));