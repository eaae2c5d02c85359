-- CreateTable
CREATE TABLE "organizations" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workspaces" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "uninstalled_at" TIMESTAMPTZ(3),

    CONSTRAINT "workspaces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en-GB',
    "time_zone" TEXT NOT NULL,
    "contact_days" INTEGER[],
    "contact_from" TEXT NOT NULL,
    "contact_to" TEXT NOT NULL,
    "leave" TEXT[],
    "manager_email" TEXT,
    "leaves_on" DATE,
    "profile" JSONB NOT NULL DEFAULT '{}',
    "edited" TEXT[],
    "next_goal" INTEGER NOT NULL DEFAULT 1,
    "sought_at" TIMESTAMPTZ(3),
    "has_account" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "address" TEXT,
    "gone_at" TIMESTAMPTZ(3),
    "last_seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programs" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "next_digest_at" TIMESTAMPTZ(3),

    CONSTRAINT "programs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrollments" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "noticed_at" TIMESTAMPTZ(3),
    "declined_at" TIMESTAMPTZ(3),
    "joined_at" TIMESTAMPTZ(3),
    "paused_until" DATE,
    "silences" INTEGER NOT NULL DEFAULT 0,
    "asked_to_go_on_at" TIMESTAMPTZ(3),

    CONSTRAINT "enrollments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pairs" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "mentor_id" TEXT NOT NULL,
    "mentee_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "started_on" DATE NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "snoozed_until" DATE,

    CONSTRAINT "pairs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_ins" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "pair_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "nudge_id" TEXT,
    "recap_at" TIMESTAMPTZ(3),

    CONSTRAINT "check_ins_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answers" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "check_in_id" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "reader" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "message" TEXT,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nudges" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "messages" INTEGER NOT NULL DEFAULT 1,
    "reminders" INTEGER NOT NULL DEFAULT 0,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3),
    "put_off" BOOLEAN NOT NULL DEFAULT false,
    "put_offs" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "nudges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversations" (
    "person_id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "check_in_id" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "reader" TEXT,

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "reader_choices" (
    "organization_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "reader" TEXT NOT NULL,

    CONSTRAINT "reader_choices_pkey" PRIMARY KEY ("person_id","question")
);

-- CreateTable
CREATE TABLE "goals" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "pair_id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" BYTEA NOT NULL,
    "measure" TEXT NOT NULL,
    "baseline" DOUBLE PRECISION NOT NULL,
    "target" DOUBLE PRECISION NOT NULL,
    "unit" BYTEA,
    "starts_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "goals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestones" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "goal_id" TEXT NOT NULL,
    "title" BYTEA NOT NULL,
    "due_on" DATE NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "milestones_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "progress_entries" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "goal_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "note" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "progress_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meetings" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "pair_id" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "minutes" INTEGER,
    "note" BYTEA,
    "logged_by" TEXT NOT NULL,
    "confirmed_on" DATE,
    "logged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meetings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "user" TEXT,
    "channel" TEXT,
    "kind" TEXT NOT NULL,
    "target" TEXT,
    "repeat" TEXT NOT NULL,
    "body" BYTEA,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "repeated" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),
    "claimed_by" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "receipt_channel" TEXT,
    "receipt_message" TEXT,
    "fault" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_digests" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "slot" TIMESTAMPTZ(3) NOT NULL,
    "figures" JSONB NOT NULL,

    CONSTRAINT "published_digests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "processed_events" (
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "processed_events_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "claimed_slots" (
    "name" TEXT NOT NULL,
    "slot" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claimed_slots_pkey" PRIMARY KEY ("name","slot")
);

-- CreateTable
CREATE TABLE "lanes" (
    "name" TEXT NOT NULL,
    "paused_until" TIMESTAMPTZ(3),
    "next_at" TIMESTAMPTZ(3),

    CONSTRAINT "lanes_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "organizations_slug_key" ON "organizations"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "workspaces_platform_external_id_key" ON "workspaces"("platform", "external_id");

-- CreateIndex
CREATE INDEX "people_has_account_sought_at_idx" ON "people"("has_account", "sought_at");

-- CreateIndex
CREATE UNIQUE INDEX "people_organization_id_email_key" ON "people"("organization_id", "email");

-- CreateIndex
CREATE INDEX "accounts_person_id_idx" ON "accounts"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_platform_workspace_user_key" ON "accounts"("platform", "workspace", "user");

-- CreateIndex
CREATE INDEX "programs_next_digest_at_idx" ON "programs"("next_digest_at");

-- CreateIndex
CREATE UNIQUE INDEX "programs_organization_id_slug_key" ON "programs"("organization_id", "slug");

-- CreateIndex
CREATE INDEX "enrollments_person_id_idx" ON "enrollments"("person_id");

-- CreateIndex
CREATE INDEX "enrollments_noticed_at_idx" ON "enrollments"("noticed_at");

-- CreateIndex
CREATE INDEX "enrollments_paused_until_idx" ON "enrollments"("paused_until");

-- CreateIndex
CREATE UNIQUE INDEX "enrollments_program_id_person_id_key" ON "enrollments"("program_id", "person_id");

-- CreateIndex
CREATE INDEX "pairs_program_id_idx" ON "pairs"("program_id");

-- CreateIndex
CREATE INDEX "pairs_mentor_id_idx" ON "pairs"("mentor_id");

-- CreateIndex
CREATE INDEX "pairs_mentee_id_idx" ON "pairs"("mentee_id");

-- CreateIndex
CREATE INDEX "check_ins_next_at_idx" ON "check_ins"("next_at");

-- CreateIndex
CREATE INDEX "check_ins_person_id_state_idx" ON "check_ins"("person_id", "state");

-- CreateIndex
CREATE INDEX "check_ins_nudge_id_idx" ON "check_ins"("nudge_id");

-- CreateIndex
CREATE UNIQUE INDEX "check_ins_pair_id_person_id_due_on_key" ON "check_ins"("pair_id", "person_id", "due_on");

-- CreateIndex
CREATE INDEX "answers_organization_id_message_idx" ON "answers"("organization_id", "message");

-- CreateIndex
CREATE UNIQUE INDEX "answers_check_in_id_question_key" ON "answers"("check_in_id", "question");

-- CreateIndex
CREATE INDEX "nudges_next_at_idx" ON "nudges"("next_at");

-- CreateIndex
CREATE INDEX "nudges_person_id_idx" ON "nudges"("person_id");

-- CreateIndex
CREATE INDEX "goals_pair_id_idx" ON "goals"("pair_id");

-- CreateIndex
CREATE UNIQUE INDEX "goals_owner_id_number_key" ON "goals"("owner_id", "number");

-- CreateIndex
CREATE INDEX "milestones_goal_id_idx" ON "milestones"("goal_id");

-- CreateIndex
CREATE INDEX "progress_entries_goal_id_at_idx" ON "progress_entries"("goal_id", "at");

-- CreateIndex
CREATE INDEX "meetings_pair_id_held_on_idx" ON "meetings"("pair_id", "held_on");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_key_key" ON "outbox"("key");

-- CreateIndex
CREATE INDEX "outbox_state_claimed_at_idx" ON "outbox"("state", "claimed_at");

-- CreateIndex
CREATE INDEX "outbox_sent_at_idx" ON "outbox"("sent_at");

-- CreateIndex
CREATE INDEX "outbox_target_idx" ON "outbox"("target");

-- CreateIndex
CREATE INDEX "outbox_platform_workspace_receipt_channel_receipt_message_idx" ON "outbox"("platform", "workspace", "receipt_channel", "receipt_message");

-- CreateIndex
CREATE UNIQUE INDEX "published_digests_program_id_slot_key" ON "published_digests"("program_id", "slot");

-- CreateIndex
CREATE INDEX "audit_organization_id_at_idx" ON "audit"("organization_id", "at");

-- CreateIndex
CREATE INDEX "processed_events_at_idx" ON "processed_events"("at");

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "programs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pairs" ADD CONSTRAINT "pairs_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "programs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_pair_id_fkey" FOREIGN KEY ("pair_id") REFERENCES "pairs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_check_in_id_fkey" FOREIGN KEY ("check_in_id") REFERENCES "check_ins"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goals" ADD CONSTRAINT "goals_pair_id_fkey" FOREIGN KEY ("pair_id") REFERENCES "pairs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "goals"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_entries" ADD CONSTRAINT "progress_entries_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "goals"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_pair_id_fkey" FOREIGN KEY ("pair_id") REFERENCES "pairs"("id") ON DELETE CASCADE ON UPDATE CASCADE;
