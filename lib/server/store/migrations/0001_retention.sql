CREATE TABLE "function_states" (
	"function_arn" text PRIMARY KEY NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	"document" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "snapshots" ADD COLUMN "scope" text DEFAULT 'all' NOT NULL;--> statement-breakpoint
ALTER TABLE "snapshots" ADD COLUMN "is_pinned" boolean DEFAULT false NOT NULL;