CREATE TABLE `command` (
	`key` text PRIMARY KEY NOT NULL,
	`staff_id` text,
	`action` text NOT NULL,
	`answer` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `command_at` ON `command` (`at`);--> statement-breakpoint
CREATE TABLE `presence` (
	`id` text PRIMARY KEY NOT NULL,
	`program_id` text NOT NULL,
	`desk_name` text NOT NULL,
	`staff_id` text NOT NULL,
	`locked` integer NOT NULL,
	`resident_id` text,
	`since` integer NOT NULL,
	`seen_at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resident_id`) REFERENCES `resident`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `presence_resident` ON `presence` (`resident_id`);--> statement-breakpoint
CREATE INDEX `presence_seen` ON `presence` (`seen_at`);