-- AlterTable
ALTER TABLE "check_ins" ADD COLUMN     "stage" TEXT;

-- AlterTable
ALTER TABLE "goals" ADD COLUMN     "attainable" BYTEA,
ADD COLUMN     "celebrated_at" TIMESTAMPTZ(3),
ADD COLUMN     "relevant" BYTEA;

-- AlterTable
ALTER TABLE "meetings" ADD COLUMN     "corrected_at" TIMESTAMPTZ(3),
ADD COLUMN     "corrected_by" TEXT,
ADD COLUMN     "kind" TEXT;

-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "author_id" TEXT,
ADD COLUMN     "users" TEXT[];

-- AlterTable
ALTER TABLE "pairs" ADD COLUMN     "agreement_look_at" TIMESTAMPTZ(3),
ADD COLUMN     "settle_at" TIMESTAMPTZ(3),
ADD COLUMN     "ended_by" TEXT,
ADD COLUMN     "ends_on" DATE,
ADD COLUMN     "look_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "people" ADD COLUMN     "farewell_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "own_never_with" (
    "person_id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "own_never_with_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "link_codes" (
    "person_id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_codes_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "unfinished" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "step" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unfinished_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goal_changes" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "goal_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "goal_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "actions" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "pair_id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "title" BYTEA NOT NULL,
    "due_on" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "answer_id" TEXT,
    "goal_id" TEXT,
    "reminders" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3),

    CONSTRAINT "actions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "planned_meetings" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "pair_id" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "minutes" INTEGER NOT NULL,
    "kind" TEXT,
    "place" BYTEA,
    "starts_at" TIMESTAMPTZ(3),
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3),
    "meeting_id" TEXT,

    CONSTRAINT "planned_meetings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreements" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "pair_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "written_by" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "mentor_confirmed_at" TIMESTAMPTZ(3),
    "mentee_confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "agreements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "briefings" (
    "organization_id" TEXT NOT NULL,
    "enrollment_id" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "cards" INTEGER NOT NULL DEFAULT 0,
    "sealed" BYTEA,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "briefings_pkey" PRIMARY KEY ("enrollment_id","side")
);

-- CreateTable
CREATE TABLE "orientation_ticks" (
    "organization_id" TEXT NOT NULL,
    "pair_id" TEXT NOT NULL,
    "point" TEXT NOT NULL,
    "ticked_by" TEXT NOT NULL,
    "ticked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "orientation_ticks_pkey" PRIMARY KEY ("pair_id","point")
);

-- CreateTable
CREATE TABLE "skill_ratings" (
    "organization_id" TEXT NOT NULL,
    "pair_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "moment" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "skill_ratings_pkey" PRIMARY KEY ("pair_id","person_id","moment")
);

-- CreateTable
CREATE TABLE "reviews" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "pair_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "moment" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "sealed" BYTEA,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "messages" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3),

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_averages" (
    "organization_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "answers" INTEGER NOT NULL,
    "people" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "published_averages_pkey" PRIMARY KEY ("program_id","name")
);

-- CreateTable
CREATE TABLE "reflections" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "moment" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reflections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thanks" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "pair_id" TEXT NOT NULL,
    "from_id" TEXT NOT NULL,
    "to_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "counted" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thanks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "introductions" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "pair_id" TEXT NOT NULL,
    "mentee_id" TEXT NOT NULL,
    "colleague_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reached" TEXT NOT NULL DEFAULT 'nobody',
    "sealed" BYTEA NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "next_at" TIMESTAMPTZ(3),

    CONSTRAINT "introductions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opportunities" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "pair_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "outcome" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "next_at" TIMESTAMPTZ(3),

    CONSTRAINT "opportunities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "help_cases" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "pair_id" TEXT,
    "answer_id" TEXT,
    "urgent" BOOLEAN NOT NULL,
    "sealed" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_by" TEXT,
    "seen_at" TIMESTAMPTZ(3),
    "answer" BYTEA,
    "answered_by" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "next_at" TIMESTAMPTZ(3),

    CONSTRAINT "help_cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handed_out_files" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "uploaded_as" TEXT,

    CONSTRAINT "handed_out_files_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "own_never_with_organization_id_idx" ON "own_never_with"("organization_id");

-- CreateIndex
CREATE INDEX "link_codes_organization_id_hash_idx" ON "link_codes"("organization_id", "hash");

-- CreateIndex
CREATE INDEX "unfinished_organization_id_idx" ON "unfinished"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "unfinished_person_id_kind_about_key" ON "unfinished"("person_id", "kind", "about");

-- CreateIndex
CREATE INDEX "goal_changes_goal_id_at_idx" ON "goal_changes"("goal_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "actions_answer_id_key" ON "actions"("answer_id");

-- CreateIndex
CREATE INDEX "actions_pair_id_state_idx" ON "actions"("pair_id", "state");

-- CreateIndex
CREATE INDEX "actions_owner_id_state_idx" ON "actions"("owner_id", "state");

-- CreateIndex
CREATE INDEX "actions_next_at_idx" ON "actions"("next_at");

-- CreateIndex
CREATE INDEX "planned_meetings_pair_id_state_idx" ON "planned_meetings"("pair_id", "state");

-- CreateIndex
CREATE INDEX "planned_meetings_next_at_idx" ON "planned_meetings"("next_at");

-- CreateIndex
CREATE UNIQUE INDEX "agreements_pair_id_version_key" ON "agreements"("pair_id", "version");

-- CreateIndex
CREATE INDEX "briefings_organization_id_idx" ON "briefings"("organization_id");

-- CreateIndex
CREATE INDEX "orientation_ticks_organization_id_idx" ON "orientation_ticks"("organization_id");

-- CreateIndex
CREATE INDEX "skill_ratings_organization_id_idx" ON "skill_ratings"("organization_id");

-- CreateIndex
CREATE INDEX "skill_ratings_person_id_idx" ON "skill_ratings"("person_id");

-- CreateIndex
CREATE INDEX "reviews_next_at_idx" ON "reviews"("next_at");

-- CreateIndex
CREATE INDEX "reviews_person_id_idx" ON "reviews"("person_id");

-- CreateIndex
CREATE INDEX "reviews_program_id_moment_idx" ON "reviews"("program_id", "moment");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_pair_id_person_id_moment_key" ON "reviews"("pair_id", "person_id", "moment");

-- CreateIndex
CREATE INDEX "published_averages_organization_id_idx" ON "published_averages"("organization_id");

-- CreateIndex
CREATE INDEX "reflections_person_id_at_idx" ON "reflections"("person_id", "at");

-- CreateIndex
CREATE INDEX "reflections_organization_id_idx" ON "reflections"("organization_id");

-- CreateIndex
CREATE INDEX "thanks_pair_id_at_idx" ON "thanks"("pair_id", "at");

-- CreateIndex
CREATE INDEX "thanks_from_id_idx" ON "thanks"("from_id");

-- CreateIndex
CREATE INDEX "thanks_to_id_idx" ON "thanks"("to_id");

-- CreateIndex
CREATE INDEX "introductions_pair_id_idx" ON "introductions"("pair_id");

-- CreateIndex
CREATE INDEX "introductions_colleague_id_state_idx" ON "introductions"("colleague_id", "state");

-- CreateIndex
CREATE INDEX "introductions_next_at_idx" ON "introductions"("next_at");

-- CreateIndex
CREATE INDEX "opportunities_pair_id_idx" ON "opportunities"("pair_id");

-- CreateIndex
CREATE INDEX "opportunities_author_id_idx" ON "opportunities"("author_id");

-- CreateIndex
CREATE INDEX "opportunities_next_at_idx" ON "opportunities"("next_at");

-- CreateIndex
CREATE UNIQUE INDEX "help_cases_answer_id_key" ON "help_cases"("answer_id");

-- CreateIndex
CREATE INDEX "help_cases_program_id_state_idx" ON "help_cases"("program_id", "state");

-- CreateIndex
CREATE INDEX "help_cases_person_id_idx" ON "help_cases"("person_id");

-- CreateIndex
CREATE INDEX "help_cases_next_at_idx" ON "help_cases"("next_at");

-- CreateIndex
CREATE INDEX "handed_out_files_person_id_idx" ON "handed_out_files"("person_id");

-- CreateIndex
CREATE INDEX "handed_out_files_expires_at_idx" ON "handed_out_files"("expires_at");

-- CreateIndex
CREATE INDEX "pairs_look_at_idx" ON "pairs"("look_at");

-- CreateIndex
CREATE INDEX "pairs_agreement_look_at_idx" ON "pairs"("agreement_look_at");

-- CreateIndex
CREATE INDEX "pairs_settle_at_idx" ON "pairs"("settle_at");

-- CreateIndex
CREATE INDEX "people_leaves_on_idx" ON "people"("leaves_on");

-- AddForeignKey
ALTER TABLE "goal_changes" ADD CONSTRAINT "goal_changes_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "goals"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Pairs that are under way are looked at once, by the calendar that they have from now on.
UPDATE "pairs" SET "look_at" = now(), "agreement_look_at" = now() WHERE "state" = 'active';

-- CreateIndex
CREATE INDEX "outbox_author_id_idx" ON "outbox"("author_id");
