CREATE TABLE `outbox_message` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`visit_id` text NOT NULL,
	`recipient_name` text NOT NULL,
	`recipient` text NOT NULL,
	`language` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`ics` text,
	`ics_method` text,
	`message_key` text NOT NULL,
	`state` text NOT NULL,
	`problem` text,
	`attempts` integer NOT NULL,
	`next_try_at` integer,
	`not_after` integer,
	`claimed_by` text,
	`claimed_until` integer,
	`handed_over_at` integer,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_message_key` ON `outbox_message` (`message_key`);--> statement-breakpoint
CREATE INDEX `outbox_message_due` ON `outbox_message` (`state`,`next_try_at`);--> statement-breakpoint
CREATE INDEX `outbox_message_visit` ON `outbox_message` (`visit_id`);--> statement-breakpoint
CREATE INDEX `outbox_message_created` ON `outbox_message` (`created_at`);--> statement-breakpoint
CREATE TABLE `service_desk` (
	`desk_no` integer PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`taken_at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `service_desk_staff` ON `service_desk` (`staff_id`);--> statement-breakpoint
CREATE TABLE `visit` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`team` text NOT NULL,
	`state` text NOT NULL,
	`resident_id` text,
	`person_kind` text,
	`person_name` text,
	`reason` text NOT NULL,
	`language` text NOT NULL,
	`additional_information` text NOT NULL,
	`phone` text,
	`email` text,
	`day` text NOT NULL,
	`starts_at` integer,
	`ends_at` integer,
	`lane` integer,
	`reference` text,
	`ics_sequence` integer NOT NULL,
	`series` text,
	`number` integer,
	`booked_at` integer NOT NULL,
	`booked_by` text NOT NULL,
	`arrived_at` integer,
	`called_at` integer,
	`times_called` integer NOT NULL,
	`desk_no` integer,
	`called_by` text,
	`transferred` integer NOT NULL,
	`transferred_to_desk` integer,
	`finished_at` integer,
	`outcome` text,
	`note` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`resident_id`) REFERENCES `resident`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`called_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_reference` ON `visit` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `visit_number` ON `visit` (`day`,`series`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `visit_at_desk` ON `visit` (`desk_no`) WHERE state = 'called';--> statement-breakpoint
CREATE INDEX `visit_day` ON `visit` (`day`,`state`);--> statement-breakpoint
CREATE INDEX `visit_resident` ON `visit` (`resident_id`,`day`);--> statement-breakpoint
CREATE TABLE `visit_event` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`at` integer NOT NULL,
	`staff_id` text NOT NULL,
	`what` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visit_event_visit` ON `visit_event` (`visit_id`,`at`);--> statement-breakpoint
CREATE TABLE `visit_slot` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`lane` integer NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_slot_taken` ON `visit_slot` (`starts_at`,`lane`);--> statement-breakpoint
CREATE INDEX `visit_slot_visit` ON `visit_slot` (`visit_id`);