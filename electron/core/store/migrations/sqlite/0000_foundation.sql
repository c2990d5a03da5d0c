CREATE TABLE `apartment` (
	`id` text PRIMARY KEY NOT NULL,
	`apartment_no` text NOT NULL,
	`property_id` text NOT NULL,
	`stair` text NOT NULL,
	`number` text NOT NULL,
	`rooms` integer NOT NULL,
	`area_m2` real NOT NULL,
	`row_hash` text NOT NULL,
	`left_on` text,
	FOREIGN KEY (`property_id`) REFERENCES `property`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `apartment_no` ON `apartment` (`apartment_no`);--> statement-breakpoint
CREATE INDEX `apartment_property` ON `apartment` (`property_id`);--> statement-breakpoint
CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`staff_id` text,
	`staff_name` text,
	`desk` text NOT NULL,
	`action` text NOT NULL,
	`subject_kind` text,
	`subject_id` text,
	`outcome` text NOT NULL,
	`reason` text,
	`kept` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_subject` ON `audit` (`subject_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_staff` ON `audit` (`staff_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);--> statement-breakpoint
CREATE TABLE `audit_head` (
	`id` integer PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `desk_sign_in` (
	`id` text PRIMARY KEY NOT NULL,
	`desk_name` text NOT NULL,
	`staff_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `desk_sign_in_desk_staff` ON `desk_sign_in` (`desk_name`,`staff_id`);--> statement-breakpoint
CREATE TABLE `identity_check` (
	`id` text PRIMARY KEY NOT NULL,
	`resident_id` text NOT NULL,
	`purpose` text NOT NULL,
	`document_kind` text NOT NULL,
	`issuing_country` text NOT NULL,
	`valid_on_day` integer NOT NULL,
	`outcome` text NOT NULL,
	`refusals` text NOT NULL,
	`checked_by` text NOT NULL,
	`checked_at` integer NOT NULL,
	FOREIGN KEY (`resident_id`) REFERENCES `resident`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `identity_check_resident` ON `identity_check` (`resident_id`,`checked_at`);--> statement-breakpoint
CREATE TABLE `lease` (
	`id` text PRIMARY KEY NOT NULL,
	`lease_no` text NOT NULL,
	`apartment_id` text NOT NULL,
	`signed_on` text,
	`begins_on` text NOT NULL,
	`ends_on` text,
	`notice_given_on` text,
	`row_hash` text NOT NULL,
	`left_on` text,
	FOREIGN KEY (`apartment_id`) REFERENCES `apartment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lease_no` ON `lease` (`lease_no`);--> statement-breakpoint
CREATE INDEX `lease_apartment` ON `lease` (`apartment_id`);--> statement-breakpoint
CREATE TABLE `occupancy` (
	`id` text PRIMARY KEY NOT NULL,
	`occupancy_no` text NOT NULL,
	`lease_id` text NOT NULL,
	`resident_id` text NOT NULL,
	`role` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	`row_hash` text NOT NULL,
	`left_on` text,
	FOREIGN KEY (`lease_id`) REFERENCES `lease`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resident_id`) REFERENCES `resident`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `occupancy_no` ON `occupancy` (`occupancy_no`);--> statement-breakpoint
CREATE INDEX `occupancy_lease` ON `occupancy` (`lease_id`);--> statement-breakpoint
CREATE INDEX `occupancy_resident` ON `occupancy` (`resident_id`);--> statement-breakpoint
CREATE TABLE `portal_registration` (
	`id` text PRIMARY KEY NOT NULL,
	`resident_id` text NOT NULL,
	`identity_check_id` text NOT NULL,
	`email` text,
	`identified_at` integer NOT NULL,
	`username_created_at` integer,
	`link_sent_at` integer,
	`confirmed_at` integer,
	`registered_at` integer,
	`closed_at` integer,
	`closed_because` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`resident_id`) REFERENCES `resident`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`identity_check_id`) REFERENCES `identity_check`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `portal_registration_open` ON `portal_registration` (`resident_id`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `portal_registration_email` ON `portal_registration` (`email`);--> statement-breakpoint
CREATE TABLE `property` (
	`id` text PRIMARY KEY NOT NULL,
	`property_no` text NOT NULL,
	`address` text NOT NULL,
	`postal_code` text NOT NULL,
	`district` text NOT NULL,
	`kind` text NOT NULL,
	`manager_name` text NOT NULL,
	`manager_phone` text NOT NULL,
	`manager_email` text NOT NULL,
	`maintenance_area` text NOT NULL,
	`cleaning` text NOT NULL,
	`cleaning_company` text,
	`row_hash` text NOT NULL,
	`left_on` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `property_no` ON `property` (`property_no`);--> statement-breakpoint
CREATE TABLE `register_import` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`staff_id` text NOT NULL,
	`kind` text NOT NULL,
	`added` integer NOT NULL,
	`changed` integer NOT NULL,
	`ended` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `resident` (
	`id` text PRIMARY KEY NOT NULL,
	`resident_no` text NOT NULL,
	`first_names` text NOT NULL,
	`last_name` text NOT NULL,
	`identity_code` text,
	`birth_date` text,
	`language` text NOT NULL,
	`phone` text,
	`email` text,
	`iban` text,
	`non_disclosure` integer NOT NULL,
	`died_on` text,
	`register_phone` text,
	`register_email` text,
	`register_language` text NOT NULL,
	`version` integer NOT NULL,
	`row_hash` text NOT NULL,
	`left_on` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resident_no` ON `resident` (`resident_no`);--> statement-breakpoint
CREATE INDEX `resident_identity_code` ON `resident` (`identity_code`);--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`name` text NOT NULL,
	`roles` text NOT NULL,
	`password_hash` text NOT NULL,
	`must_change_password` integer NOT NULL,
	`disabled_at` integer,
	`failed_sign_ins` integer NOT NULL,
	`last_failure_at` integer,
	`locked_out_until` integer,
	`last_sign_in_at` integer,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_username` ON `staff` (`username`);--> statement-breakpoint
CREATE TABLE `timeline_event` (
	`id` text PRIMARY KEY NOT NULL,
	`resident_id` text NOT NULL,
	`at` integer NOT NULL,
	`staff_id` text NOT NULL,
	`kind` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`resident_id`) REFERENCES `resident`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `timeline_event_resident` ON `timeline_event` (`resident_id`,`at`);