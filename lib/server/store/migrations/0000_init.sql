CREATE TABLE "audit" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"resource" text NOT NULL,
	"outcome" text NOT NULL,
	"correlation_id" text NOT NULL,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "capture_chunks" (
	"capture_id" text NOT NULL,
	"resource_key" text NOT NULL,
	"ordinal" integer NOT NULL,
	"item_count" integer NOT NULL,
	"chunk_hash" text NOT NULL,
	CONSTRAINT "capture_chunks_capture_id_resource_key_ordinal_pk" PRIMARY KEY("capture_id","resource_key","ordinal")
);
--> statement-breakpoint
CREATE TABLE "captures" (
	"id" text PRIMARY KEY NOT NULL,
	"snapshot_id" text NOT NULL,
	"account_id" text,
	"region" text,
	"captured_at" timestamp (3) with time zone NOT NULL,
	"coverage" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chunks" (
	"hash" text PRIMARY KEY NOT NULL,
	"data" "bytea" NOT NULL,
	"size" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"topic" text NOT NULL,
	"subject_id" text NOT NULL,
	"payload" jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_leases" (
	"queue" text NOT NULL,
	"key" text NOT NULL,
	"run_id" uuid NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "job_leases_queue_key_pk" PRIMARY KEY("queue","key")
);
--> statement-breakpoint
CREATE TABLE "operation_transitions" (
	"operation_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"document" jsonb NOT NULL,
	CONSTRAINT "operation_transitions_operation_id_ordinal_pk" PRIMARY KEY("operation_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "operations" (
	"id" text PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"function_key" text NOT NULL,
	"function_name" text NOT NULL,
	"function_arn" text,
	"account_id" text,
	"region" text NOT NULL,
	"actor" text NOT NULL,
	"status" text NOT NULL,
	"document" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"lease_owner" text,
	"lease_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"correlation_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_codes" (
	"plan_id" text PRIMARY KEY NOT NULL,
	"zip" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"size_bytes" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" text PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"snapshot_id" text,
	"intent" jsonb NOT NULL,
	"document" jsonb NOT NULL,
	"function_arn" text,
	"function_name" text NOT NULL,
	"base_revision" jsonb,
	"operation_id" text
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"status" text NOT NULL,
	"captured_at" timestamp (3) with time zone NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"warnings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"accounts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"regions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"progress" jsonb,
	"error" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "capture_chunks" ADD CONSTRAINT "capture_chunks_capture_id_captures_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."captures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capture_chunks" ADD CONSTRAINT "capture_chunks_chunk_hash_chunks_hash_fk" FOREIGN KEY ("chunk_hash") REFERENCES "public"."chunks"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "captures" ADD CONSTRAINT "captures_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_transitions" ADD CONSTRAINT "operation_transitions_operation_id_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_codes" ADD CONSTRAINT "plan_codes_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_newest" ON "audit" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_correlation" ON "audit" USING btree ("correlation_id");--> statement-breakpoint
CREATE INDEX "capture_chunks_hash" ON "capture_chunks" USING btree ("chunk_hash");--> statement-breakpoint
CREATE INDEX "captures_snapshot" ON "captures" USING btree ("snapshot_id");--> statement-breakpoint
CREATE INDEX "events_at" ON "events" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "operations_active_function" ON "operations" USING btree ("function_key") WHERE status in ('queued', 'running', 'rolling-back');--> statement-breakpoint
CREATE INDEX "operations_newest" ON "operations" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "operations_function" ON "operations" USING btree ("function_name","created_at");--> statement-breakpoint
CREATE INDEX "plans_newest" ON "plans" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "snapshots_newest" ON "snapshots" USING btree ("source","status","created_at");