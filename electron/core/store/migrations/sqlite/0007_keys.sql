CREATE TABLE `key` (
	`id` text PRIMARY KEY NOT NULL,
	`apartment_id` text NOT NULL,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`set_name` text NOT NULL,
	`note` text NOT NULL,
	`holder_kind` text NOT NULL,
	`holder_resident_id` text,
	`holder_name` text,
	`held_since` text NOT NULL,
	`last_seq` integer NOT NULL,
	`active` integer NOT NULL,
	`row_hash` text,
	`left_on` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`apartment_id`) REFERENCES `apartment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`holder_resident_id`) REFERENCES `resident`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `key_number` ON `key` (`apartment_id`,`kind`,`number`);--> statement-breakpoint
CREATE INDEX `key_resident` ON `key` (`holder_resident_id`);--> statement-breakpoint
CREATE INDEX `key_holder` ON `key` (`holder_kind`,`held_since`);--> statement-breakpoint
CREATE TABLE `key_case` (
	`id` text PRIMARY KEY NOT NULL,
	`handoff_id` text NOT NULL,
	`kind` text NOT NULL,
	`key_id` text,
	`report_row_id` text,
	`open_once` text,
	`outcome` text,
	`charge_cents` integer,
	`opened_at` integer NOT NULL,
	`opened_by` text NOT NULL,
	`closed_at` integer,
	`closed_by` text,
	`note` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`handoff_id`) REFERENCES `key_handoff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`key_id`) REFERENCES `key`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`report_row_id`) REFERENCES `key_report_row`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `key_case_once` ON `key_case` (`open_once`);--> statement-breakpoint
CREATE INDEX `key_case_handoff` ON `key_case` (`handoff_id`);--> statement-breakpoint
CREATE INDEX `key_case_opened` ON `key_case` (`opened_at`);--> statement-breakpoint
CREATE INDEX `key_case_closed` ON `key_case` (`closed_at`);--> statement-breakpoint
CREATE TABLE `key_event` (
	`id` text PRIMARY KEY NOT NULL,
	`key_id` text NOT NULL,
	`seq` integer NOT NULL,
	`what` text NOT NULL,
	`holder_kind` text NOT NULL,
	`holder_resident_id` text,
	`holder_name` text,
	`happened_on` text NOT NULL,
	`typed_at` integer NOT NULL,
	`staff_id` text NOT NULL,
	`word` text NOT NULL,
	`word_text` text NOT NULL,
	`handoff_id` text,
	`corrects` integer,
	FOREIGN KEY (`key_id`) REFERENCES `key`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`holder_resident_id`) REFERENCES `resident`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handoff_id`) REFERENCES `key_handoff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `key_event_seq` ON `key_event` (`key_id`,`seq`);--> statement-breakpoint
CREATE INDEX `key_event_handoff` ON `key_event` (`handoff_id`);--> statement-breakpoint
CREATE TABLE `key_handoff` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`direction` text NOT NULL,
	`state` text NOT NULL,
	`lease_id` text NOT NULL,
	`resident_id` text NOT NULL,
	`apartment_id` text NOT NULL,
	`bringer_kind` text NOT NULL,
	`bringer_resident_id` text,
	`bringer_name` text NOT NULL,
	`ask_id` text,
	`mandate_id` text,
	`request_id` text,
	`due_on` text NOT NULL,
	`language` text NOT NULL,
	`send` text NOT NULL,
	`note` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_by` text NOT NULL,
	`counted_on` text,
	`reminded_on` text,
	`reminders` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`cancelled_because` text,
	`end_note` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`lease_id`) REFERENCES `lease`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resident_id`) REFERENCES `resident`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`apartment_id`) REFERENCES `apartment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bringer_resident_id`) REFERENCES `resident`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ask_id`) REFERENCES `mandate_ask`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `service_request`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `key_handoff_reference` ON `key_handoff` (`reference`);--> statement-breakpoint
CREATE INDEX `key_handoff_due` ON `key_handoff` (`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `key_handoff_made` ON `key_handoff` (`made_at`);--> statement-breakpoint
CREATE INDEX `key_handoff_resident` ON `key_handoff` (`resident_id`,`made_at`);--> statement-breakpoint
CREATE INDEX `key_handoff_apartment` ON `key_handoff` (`apartment_id`);--> statement-breakpoint
CREATE INDEX `key_handoff_request` ON `key_handoff` (`request_id`);--> statement-breakpoint
CREATE TABLE `key_handoff_event` (
	`id` text PRIMARY KEY NOT NULL,
	`handoff_id` text NOT NULL,
	`case_id` text,
	`at` integer NOT NULL,
	`staff_id` text,
	`what` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`handoff_id`) REFERENCES `key_handoff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `key_handoff_event_handoff` ON `key_handoff_event` (`handoff_id`,`at`);--> statement-breakpoint
CREATE TABLE `key_handoff_key` (
	`id` text PRIMARY KEY NOT NULL,
	`handoff_id` text NOT NULL,
	`key_id` text NOT NULL,
	`held_key_id` text,
	`state` text NOT NULL,
	`reported_on` text,
	FOREIGN KEY (`handoff_id`) REFERENCES `key_handoff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`key_id`) REFERENCES `key`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `key_handoff_key_once` ON `key_handoff_key` (`handoff_id`,`key_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `key_handoff_key_held` ON `key_handoff_key` (`held_key_id`);--> statement-breakpoint
CREATE INDEX `key_handoff_key_key` ON `key_handoff_key` (`key_id`);--> statement-breakpoint
CREATE TABLE `key_report` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text,
	`month` text,
	`rows` integer NOT NULL,
	`taken_at` integer NOT NULL,
	`taken_by` text NOT NULL,
	`note` text NOT NULL,
	FOREIGN KEY (`taken_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `key_report_file` ON `key_report` (`sha256`);--> statement-breakpoint
CREATE INDEX `key_report_taken` ON `key_report` (`taken_at`);--> statement-breakpoint
CREATE TABLE `key_report_row` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`line` integer NOT NULL,
	`reference` text NOT NULL,
	`key_kind` text NOT NULL,
	`key_number` text NOT NULL,
	`result` text NOT NULL,
	`happened_on` text NOT NULL,
	`note` text NOT NULL,
	`problem` text,
	`handoff_id` text,
	`key_id` text,
	`state` text NOT NULL,
	`row_hash` text NOT NULL,
	`settled_at` integer,
	`settled_by` text,
	`settled_note` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `key_report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handoff_id`) REFERENCES `key_handoff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`key_id`) REFERENCES `key`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `key_report_row_line` ON `key_report_row` (`report_id`,`line`);--> statement-breakpoint
CREATE INDEX `key_report_row_state` ON `key_report_row` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `key_report_row_handoff` ON `key_report_row` (`handoff_id`);--> statement-breakpoint
CREATE INDEX `key_report_row_hash` ON `key_report_row` (`row_hash`);--> statement-breakpoint
CREATE TABLE `key_signature` (
	`id` text PRIMARY KEY NOT NULL,
	`handoff_id` text NOT NULL,
	`signer_name` text NOT NULL,
	`how` text NOT NULL,
	`strokes` text NOT NULL,
	`signed_at` integer NOT NULL,
	`staff_id` text NOT NULL,
	FOREIGN KEY (`handoff_id`) REFERENCES `key_handoff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `key_signature_once` ON `key_signature` (`handoff_id`);--> statement-breakpoint
ALTER TABLE `outbox_message` ADD `key_handoff_id` text REFERENCES key_handoff(id);--> statement-breakpoint
CREATE INDEX `outbox_message_key_handoff` ON `outbox_message` (`key_handoff_id`);--> statement-breakpoint
CREATE TRIGGER key_event_no_update BEFORE UPDATE ON key_event BEGIN SELECT RAISE(ABORT, 'custody is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER key_event_no_delete BEFORE DELETE ON key_event BEGIN SELECT RAISE(ABORT, 'custody is append-only'); END;
