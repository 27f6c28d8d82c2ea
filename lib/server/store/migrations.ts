import type { Migration } from "./migration";

/** Written from `migrations/` by `npx vitest run -u lib/server/store/migrations.test.ts`; not by hand. */
export const migrations: readonly Migration[] = [
  {
    name: "0000_init",
    statements: [
      'CREATE TABLE "audit" (\n\t"id" text PRIMARY KEY NOT NULL,\n\t"at" timestamp (3) with time zone DEFAULT now() NOT NULL,\n\t"actor" text NOT NULL,\n\t"action" text NOT NULL,\n\t"resource" text NOT NULL,\n\t"outcome" text NOT NULL,\n\t"correlation_id" text NOT NULL,\n\t"detail" jsonb\n);',
      'CREATE TABLE "capture_chunks" (\n\t"capture_id" text NOT NULL,\n\t"resource_key" text NOT NULL,\n\t"ordinal" integer NOT NULL,\n\t"item_count" integer NOT NULL,\n\t"chunk_hash" text NOT NULL,\n\tCONSTRAINT "capture_chunks_capture_id_resource_key_ordinal_pk" PRIMARY KEY("capture_id","resource_key","ordinal")\n);',
      'CREATE TABLE "captures" (\n\t"id" text PRIMARY KEY NOT NULL,\n\t"snapshot_id" text NOT NULL,\n\t"account_id" text,\n\t"region" text,\n\t"captured_at" timestamp (3) with time zone NOT NULL,\n\t"coverage" jsonb DEFAULT \'[]\'::jsonb NOT NULL\n);',
      'CREATE TABLE "chunks" (\n\t"hash" text PRIMARY KEY NOT NULL,\n\t"data" "bytea" NOT NULL,\n\t"size" integer NOT NULL\n);',
      'CREATE TABLE "events" (\n\t"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),\n\t"topic" text NOT NULL,\n\t"subject_id" text NOT NULL,\n\t"payload" jsonb NOT NULL,\n\t"at" timestamp (3) with time zone DEFAULT now() NOT NULL\n);',
      'CREATE TABLE "job_leases" (\n\t"queue" text NOT NULL,\n\t"key" text NOT NULL,\n\t"run_id" uuid NOT NULL,\n\t"until" timestamp (3) with time zone NOT NULL,\n\tCONSTRAINT "job_leases_queue_key_pk" PRIMARY KEY("queue","key")\n);',
      'CREATE TABLE "operation_transitions" (\n\t"operation_id" text NOT NULL,\n\t"ordinal" integer NOT NULL,\n\t"at" timestamp (3) with time zone NOT NULL,\n\t"document" jsonb NOT NULL,\n\tCONSTRAINT "operation_transitions_operation_id_ordinal_pk" PRIMARY KEY("operation_id","ordinal")\n);',
      'CREATE TABLE "operations" (\n\t"id" text PRIMARY KEY NOT NULL,\n\t"plan_id" text NOT NULL,\n\t"kind" text NOT NULL,\n\t"title" text NOT NULL,\n\t"function_key" text NOT NULL,\n\t"function_name" text NOT NULL,\n\t"function_arn" text,\n\t"account_id" text,\n\t"region" text NOT NULL,\n\t"actor" text NOT NULL,\n\t"status" text NOT NULL,\n\t"document" jsonb NOT NULL,\n\t"revision" integer DEFAULT 1 NOT NULL,\n\t"lease_owner" text,\n\t"lease_until" timestamp (3) with time zone,\n\t"created_at" timestamp (3) with time zone NOT NULL,\n\t"started_at" timestamp (3) with time zone,\n\t"ended_at" timestamp (3) with time zone,\n\t"correlation_id" text NOT NULL\n);',
      'CREATE TABLE "plan_codes" (\n\t"plan_id" text PRIMARY KEY NOT NULL,\n\t"zip" "bytea" NOT NULL,\n\t"sha256" text NOT NULL,\n\t"size_bytes" integer NOT NULL\n);',
      'CREATE TABLE "plans" (\n\t"id" text PRIMARY KEY NOT NULL,\n\t"created_at" timestamp (3) with time zone NOT NULL,\n\t"snapshot_id" text,\n\t"intent" jsonb NOT NULL,\n\t"document" jsonb NOT NULL,\n\t"function_arn" text,\n\t"function_name" text NOT NULL,\n\t"base_revision" jsonb,\n\t"operation_id" text\n);',
      'CREATE TABLE "snapshots" (\n\t"id" text PRIMARY KEY NOT NULL,\n\t"name" text NOT NULL,\n\t"source" text NOT NULL,\n\t"status" text NOT NULL,\n\t"captured_at" timestamp (3) with time zone NOT NULL,\n\t"counts" jsonb DEFAULT \'{}\'::jsonb NOT NULL,\n\t"warnings" jsonb DEFAULT \'[]\'::jsonb NOT NULL,\n\t"accounts" jsonb DEFAULT \'[]\'::jsonb NOT NULL,\n\t"regions" jsonb DEFAULT \'[]\'::jsonb NOT NULL,\n\t"progress" jsonb,\n\t"error" text,\n\t"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL\n);',
      'ALTER TABLE "capture_chunks" ADD CONSTRAINT "capture_chunks_capture_id_captures_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."captures"("id") ON DELETE cascade ON UPDATE no action;',
      'ALTER TABLE "capture_chunks" ADD CONSTRAINT "capture_chunks_chunk_hash_chunks_hash_fk" FOREIGN KEY ("chunk_hash") REFERENCES "public"."chunks"("hash") ON DELETE no action ON UPDATE no action;',
      'ALTER TABLE "captures" ADD CONSTRAINT "captures_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE cascade ON UPDATE no action;',
      'ALTER TABLE "operation_transitions" ADD CONSTRAINT "operation_transitions_operation_id_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE cascade ON UPDATE no action;',
      'ALTER TABLE "operations" ADD CONSTRAINT "operations_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;',
      'ALTER TABLE "plan_codes" ADD CONSTRAINT "plan_codes_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE cascade ON UPDATE no action;',
      'CREATE INDEX "audit_newest" ON "audit" USING btree ("at","id");',
      'CREATE INDEX "audit_correlation" ON "audit" USING btree ("correlation_id");',
      'CREATE INDEX "capture_chunks_hash" ON "capture_chunks" USING btree ("chunk_hash");',
      'CREATE INDEX "captures_snapshot" ON "captures" USING btree ("snapshot_id");',
      'CREATE INDEX "events_at" ON "events" USING btree ("at");',
      "CREATE UNIQUE INDEX \"operations_active_function\" ON \"operations\" USING btree (\"function_key\") WHERE status in ('queued', 'running', 'rolling-back');",
      'CREATE INDEX "operations_newest" ON "operations" USING btree ("created_at","id");',
      'CREATE INDEX "operations_function" ON "operations" USING btree ("function_name","created_at");',
      'CREATE INDEX "plans_newest" ON "plans" USING btree ("created_at","id");',
      'CREATE INDEX "snapshots_newest" ON "snapshots" USING btree ("source","status","created_at");',
    ],
  },
  {
    name: "0001_retention",
    statements: [
      'CREATE TABLE "function_states" (\n\t"function_arn" text PRIMARY KEY NOT NULL,\n\t"read_at" timestamp (3) with time zone NOT NULL,\n\t"document" jsonb NOT NULL\n);',
      'CREATE TABLE "settings" (\n\t"name" text PRIMARY KEY NOT NULL,\n\t"value" jsonb NOT NULL,\n\t"changed_at" timestamp (3) with time zone NOT NULL\n);',
      'ALTER TABLE "snapshots" ADD COLUMN "scope" text DEFAULT \'all\' NOT NULL;',
      'ALTER TABLE "snapshots" ADD COLUMN "is_pinned" boolean DEFAULT false NOT NULL;',
    ],
  },
  {
    name: "0002_reading_time",
    statements: ['ALTER TABLE "snapshots" ADD COLUMN "ended_at" timestamp (3) with time zone;'],
  },
];
