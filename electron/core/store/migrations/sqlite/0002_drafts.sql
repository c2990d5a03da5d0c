CREATE TABLE `draft` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `draft_staff_key` ON `draft` (`staff_id`,`key`);--> statement-breakpoint
CREATE INDEX `draft_saved_at` ON `draft` (`saved_at`);