CREATE TABLE `answer` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`topic` text NOT NULL,
	`texts` text NOT NULL,
	`valid_from` text,
	`valid_until` text,
	`withdrawn` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`changed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `answer_key` ON `answer` (`key`);--> statement-breakpoint
CREATE TABLE `call` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`line` text NOT NULL,
	`staff_id` text NOT NULL,
	`live_staff_id` text,
	`number_kind` text NOT NULL,
	`number` text,
	`caller_kind` text NOT NULL,
	`resident_id` text,
	`caller_name` text NOT NULL,
	`asked` text NOT NULL,
	`recognised` integer NOT NULL,
	`topic` text,
	`said` text NOT NULL,
	`outcome` text,
	`outside_hours` integer NOT NULL,
	`started_at` integer NOT NULL,
	`live_since` integer,
	`talked_seconds` integer NOT NULL,
	`ended_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resident_id`) REFERENCES `resident`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `call_live` ON `call` (`live_staff_id`);--> statement-breakpoint
CREATE INDEX `call_staff` ON `call` (`staff_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `call_resident` ON `call` (`resident_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `call_state` ON `call` (`state`,`started_at`);--> statement-breakpoint
CREATE INDEX `call_started` ON `call` (`started_at`);--> statement-breakpoint
CREATE TABLE `defect` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`state` text NOT NULL,
	`kind` text NOT NULL,
	`place` text NOT NULL,
	`urgency` text NOT NULL,
	`goes_to` text NOT NULL,
	`goes_to_name` text NOT NULL,
	`resident_id` text NOT NULL,
	`lease_id` text NOT NULL,
	`apartment_id` text NOT NULL,
	`property_id` text NOT NULL,
	`description` text NOT NULL,
	`master_key` integer NOT NULL,
	`pets` text NOT NULL,
	`at_home` text NOT NULL,
	`phone` text,
	`via` text NOT NULL,
	`call_id` text,
	`told_number` text,
	`told_at` integer,
	`same_as_id` text,
	`reported_at` integer NOT NULL,
	`reported_by` text NOT NULL,
	`starts_on` text NOT NULL,
	`due_at` integer NOT NULL,
	`because` text NOT NULL,
	`times_reopened` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`end_note` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`resident_id`) REFERENCES `resident`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lease_id`) REFERENCES `lease`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`apartment_id`) REFERENCES `apartment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`property_id`) REFERENCES `property`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `defect_reference` ON `defect` (`reference`);--> statement-breakpoint
CREATE INDEX `defect_resident` ON `defect` (`resident_id`,`reported_at`);--> statement-breakpoint
CREATE INDEX `defect_property` ON `defect` (`property_id`,`kind`,`state`);--> statement-breakpoint
CREATE INDEX `defect_due` ON `defect` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `defect_call` ON `defect` (`call_id`);--> statement-breakpoint
CREATE TABLE `defect_event` (
	`id` text PRIMARY KEY NOT NULL,
	`defect_id` text NOT NULL,
	`at` integer NOT NULL,
	`staff_id` text NOT NULL,
	`what` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`defect_id`) REFERENCES `defect`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `defect_event_defect` ON `defect_event` (`defect_id`,`at`);--> statement-breakpoint
CREATE TABLE `defect_picture` (
	`id` text PRIMARY KEY NOT NULL,
	`defect_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	FOREIGN KEY (`defect_id`) REFERENCES `defect`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `defect_picture_once` ON `defect_picture` (`defect_id`,`sha256`);--> statement-breakpoint
CREATE TABLE `defect_picture_part` (
	`id` text PRIMARY KEY NOT NULL,
	`picture_id` text NOT NULL,
	`place` integer NOT NULL,
	`base64` text NOT NULL,
	FOREIGN KEY (`picture_id`) REFERENCES `defect_picture`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `defect_picture_part_place` ON `defect_picture_part` (`picture_id`,`place`);--> statement-breakpoint
CREATE TABLE `door_opening` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`state` text NOT NULL,
	`resident_id` text NOT NULL,
	`lease_id` text NOT NULL,
	`apartment_id` text NOT NULL,
	`via` text NOT NULL,
	`call_id` text,
	`identity_check_id` text,
	`phone` text,
	`note` text NOT NULL,
	`dispatched_to` text NOT NULL,
	`dispatched_because` text NOT NULL,
	`usual_by` integer NOT NULL,
	`fee_cents` integer,
	`day_kind` text,
	`prices_from` text,
	`ordered_at` integer NOT NULL,
	`ordered_by` text NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`cancelled_because` text,
	`end_note` text,
	`exported_at` integer,
	`exported_by` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`resident_id`) REFERENCES `resident`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lease_id`) REFERENCES `lease`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`apartment_id`) REFERENCES `apartment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`call_id`) REFERENCES `call`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`identity_check_id`) REFERENCES `identity_check`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ordered_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`exported_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `door_opening_reference` ON `door_opening` (`reference`);--> statement-breakpoint
CREATE INDEX `door_opening_resident` ON `door_opening` (`resident_id`,`ordered_at`);--> statement-breakpoint
CREATE INDEX `door_opening_state` ON `door_opening` (`state`,`ordered_at`);--> statement-breakpoint
CREATE INDEX `door_opening_call` ON `door_opening` (`call_id`);--> statement-breakpoint
CREATE TABLE `door_prices` (
	`id` text PRIMARY KEY NOT NULL,
	`from_on` text NOT NULL,
	`prices` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`saved_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `door_prices_from` ON `door_prices` (`from_on`);--> statement-breakpoint
CREATE TABLE `task` (
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
	FOREIGN KEY (`ended_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `task_owner` ON `task` (`owner_staff_id`,`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `task_team` ON `task` (`owner_team`,`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `task_due` ON `task` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `task_resident` ON `task` (`resident_id`,`made_at`);--> statement-breakpoint
CREATE INDEX `task_call` ON `task` (`call_id`);--> statement-breakpoint
CREATE TABLE `task_event` (
	`id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`at` integer NOT NULL,
	`staff_id` text NOT NULL,
	`what` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `task_event_task` ON `task_event` (`task_id`,`at`);--> statement-breakpoint
ALTER TABLE `outbox_message` ADD `defect_id` text REFERENCES defect(id);--> statement-breakpoint
ALTER TABLE `outbox_message` ADD `task_id` text REFERENCES task(id);--> statement-breakpoint
CREATE INDEX `outbox_message_defect` ON `outbox_message` (`defect_id`);--> statement-breakpoint
CREATE INDEX `outbox_message_task` ON `outbox_message` (`task_id`);