CREATE TABLE `service_request` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`resident_id` text NOT NULL,
	`lease_id` text NOT NULL,
	`kind` text NOT NULL,
	`fields` text NOT NULL,
	`goes_to` text NOT NULL,
	`who_kind` text NOT NULL,
	`who_name` text,
	`ask_id` text,
	`mandate_id` text,
	`questions` text NOT NULL,
	`hidden` text NOT NULL,
	`state` text NOT NULL,
	`due_on` text NOT NULL,
	`last_day` text,
	`held_once` text,
	`made_at` integer NOT NULL,
	`made_by` text NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`cancelled_by` text,
	`end_note` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`resident_id`) REFERENCES `resident`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lease_id`) REFERENCES `lease`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ask_id`) REFERENCES `mandate_ask`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `service_request_reference` ON `service_request` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `service_request_once` ON `service_request` (`held_once`);--> statement-breakpoint
CREATE INDEX `service_request_resident` ON `service_request` (`resident_id`,`made_at`);--> statement-breakpoint
CREATE INDEX `service_request_due` ON `service_request` (`state`,`due_on`);--> statement-breakpoint
CREATE TABLE `__new_outbox_message` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`visit_id` text,
	`request_id` text,
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
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `service_request`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_outbox_message`("id", "kind", "visit_id", "request_id", "recipient_name", "recipient", "language", "subject", "body", "ics", "ics_method", "message_key", "state", "problem", "attempts", "next_try_at", "not_after", "claimed_by", "claimed_until", "handed_over_at", "created_at", "sent_at") SELECT "id", "kind", "visit_id", NULL, "recipient_name", "recipient", "language", "subject", "body", "ics", "ics_method", "message_key", "state", "problem", "attempts", "next_try_at", "not_after", "claimed_by", "claimed_until", "handed_over_at", "created_at", "sent_at" FROM `outbox_message`;--> statement-breakpoint
DROP TABLE `outbox_message`;--> statement-breakpoint
ALTER TABLE `__new_outbox_message` RENAME TO `outbox_message`;--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_message_key` ON `outbox_message` (`message_key`);--> statement-breakpoint
CREATE INDEX `outbox_message_due` ON `outbox_message` (`state`,`next_try_at`);--> statement-breakpoint
CREATE INDEX `outbox_message_visit` ON `outbox_message` (`visit_id`);--> statement-breakpoint
CREATE INDEX `outbox_message_request` ON `outbox_message` (`request_id`);--> statement-breakpoint
CREATE INDEX `outbox_message_created` ON `outbox_message` (`created_at`);