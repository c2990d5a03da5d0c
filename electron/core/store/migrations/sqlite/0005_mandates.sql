CREATE TABLE `mandate` (
	`id` text PRIMARY KEY NOT NULL,
	`resident_id` text NOT NULL,
	`state` text NOT NULL,
	`general` integer NOT NULL,
	`scopes` text NOT NULL,
	`open_section` text NOT NULL,
	`parties` text NOT NULL,
	`died_on` text,
	`object_kind` text,
	`object_lease_id` text,
	`object_apartment_id` text,
	`object_name` text,
	`signed_on` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_until` text,
	`last_day` text NOT NULL,
	`arrived` text NOT NULL,
	`refused_because` text,
	`refused_note` text,
	`revoked_by` text,
	`revoked_how` text,
	`revoked_on` text,
	`revoked_note` text,
	`renews` text,
	`recorded_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`resident_id`) REFERENCES `resident`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`object_lease_id`) REFERENCES `lease`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`object_apartment_id`) REFERENCES `apartment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mandate_state_last_day` ON `mandate` (`state`,`last_day`);--> statement-breakpoint
CREATE INDEX `mandate_object_lease` ON `mandate` (`object_lease_id`);--> statement-breakpoint
CREATE INDEX `mandate_renews` ON `mandate` (`renews`);--> statement-breakpoint
CREATE TABLE `mandate_ask` (
	`id` text PRIMARY KEY NOT NULL,
	`resident_id` text NOT NULL,
	`who_kind` text NOT NULL,
	`grantee_id` text,
	`who_resident_id` text,
	`who_name` text,
	`action` text NOT NULL,
	`lease_id` text NOT NULL,
	`object_name` text,
	`answer` text NOT NULL,
	`reason` text,
	`ground` text,
	`nearest_mandate_id` text,
	`open_section` text,
	`hidden` text NOT NULL,
	`others` text NOT NULL,
	`asked_at` integer NOT NULL,
	`asked_by` text NOT NULL,
	`decision_allowed` integer,
	`decision_note` text,
	`decided_at` integer,
	`decided_by` text,
	FOREIGN KEY (`resident_id`) REFERENCES `resident`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`grantee_id`) REFERENCES `mandate_grantee`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`who_resident_id`) REFERENCES `resident`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lease_id`) REFERENCES `lease`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`nearest_mandate_id`) REFERENCES `mandate`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mandate_ask_resident` ON `mandate_ask` (`resident_id`,`asked_at`);--> statement-breakpoint
CREATE TABLE `mandate_event` (
	`id` text PRIMARY KEY NOT NULL,
	`mandate_id` text NOT NULL,
	`at` integer NOT NULL,
	`staff_id` text NOT NULL,
	`what` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`mandate_id`) REFERENCES `mandate`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mandate_event_mandate` ON `mandate_event` (`mandate_id`,`at`);--> statement-breakpoint
CREATE TABLE `mandate_grantee` (
	`id` text PRIMARY KEY NOT NULL,
	`mandate_id` text NOT NULL,
	`resident_id` text,
	`first_names` text NOT NULL,
	`last_name` text NOT NULL,
	`birth_date` text,
	`phone` text,
	`email` text,
	`place` integer NOT NULL,
	`removed` integer NOT NULL,
	FOREIGN KEY (`mandate_id`) REFERENCES `mandate`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resident_id`) REFERENCES `resident`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mandate_grantee_mandate` ON `mandate_grantee` (`mandate_id`);--> statement-breakpoint
CREATE INDEX `mandate_grantee_resident` ON `mandate_grantee` (`resident_id`);--> statement-breakpoint
CREATE TABLE `mandate_grantee_check` (
	`id` text PRIMARY KEY NOT NULL,
	`grantee_id` text NOT NULL,
	`document_kind` text NOT NULL,
	`issuing_country` text NOT NULL,
	`valid_on_day` integer NOT NULL,
	`outcome` text NOT NULL,
	`refusals` text NOT NULL,
	`checked_by` text NOT NULL,
	`checked_at` integer NOT NULL,
	FOREIGN KEY (`grantee_id`) REFERENCES `mandate_grantee`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mandate_grantee_check_grantee` ON `mandate_grantee_check` (`grantee_id`,`checked_at`);--> statement-breakpoint
CREATE TABLE `mandate_grantor` (
	`id` text PRIMARY KEY NOT NULL,
	`mandate_id` text NOT NULL,
	`resident_id` text NOT NULL,
	`place` integer NOT NULL,
	FOREIGN KEY (`mandate_id`) REFERENCES `mandate`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resident_id`) REFERENCES `resident`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mandate_grantor_once` ON `mandate_grantor` (`mandate_id`,`resident_id`);--> statement-breakpoint
CREATE INDEX `mandate_grantor_resident` ON `mandate_grantor` (`resident_id`);--> statement-breakpoint
CREATE TABLE `mandate_paper` (
	`id` text PRIMARY KEY NOT NULL,
	`mandate_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`held_sha256` text,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	FOREIGN KEY (`mandate_id`) REFERENCES `mandate`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mandate_paper_once` ON `mandate_paper` (`held_sha256`);--> statement-breakpoint
CREATE INDEX `mandate_paper_mandate` ON `mandate_paper` (`mandate_id`);--> statement-breakpoint
CREATE TABLE `mandate_paper_part` (
	`id` text PRIMARY KEY NOT NULL,
	`paper_id` text NOT NULL,
	`place` integer NOT NULL,
	`base64` text NOT NULL,
	FOREIGN KEY (`paper_id`) REFERENCES `mandate_paper`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mandate_paper_part_place` ON `mandate_paper_part` (`paper_id`,`place`);