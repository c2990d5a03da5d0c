-- What was read as one owner is one.
UPDATE `task` SET owner_team = NULL WHERE owner_staff_id IS NOT NULL AND owner_team IS NOT NULL;--> statement-breakpoint
UPDATE `task` SET owner_team = 'lead' WHERE owner_staff_id IS NULL AND owner_team IS NULL;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_task` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`resident_id` text,
	`lease_id` text,
	`call_id` text,
	`defect_id` text,
	`door_opening_id` text,
	`owner_staff_id` text,
	`owner_team` text,
	`waits_for` text,
	`due_at` integer NOT NULL,
	`because` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_by` text NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`end_note` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`resident_id`) REFERENCES `resident`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lease_id`) REFERENCES `lease`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`defect_id`) REFERENCES `defect`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`door_opening_id`) REFERENCES `door_opening`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "task_one_owner" CHECK((owner_staff_id IS NULL) <> (owner_team IS NULL))
);
--> statement-breakpoint
INSERT INTO `__new_task`("id", "kind", "state", "subject", "body", "resident_id", "lease_id", "call_id", "defect_id", "door_opening_id", "owner_staff_id", "owner_team", "waits_for", "due_at", "because", "made_at", "made_by", "ended_at", "ended_by", "end_note", "version") SELECT "id", "kind", "state", "subject", "body", "resident_id", "lease_id", "call_id", "defect_id", "door_opening_id", "owner_staff_id", "owner_team", "waits_for", "due_at", "because", "made_at", "made_by", "ended_at", "ended_by", "end_note", "version" FROM `task`;--> statement-breakpoint
DROP TABLE `task`;--> statement-breakpoint
ALTER TABLE `__new_task` RENAME TO `task`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `task_owner` ON `task` (`owner_staff_id`,`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `task_team` ON `task` (`owner_team`,`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `task_due` ON `task` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `task_resident` ON `task` (`resident_id`,`made_at`);--> statement-breakpoint
CREATE INDEX `task_call` ON `task` (`call_id`);