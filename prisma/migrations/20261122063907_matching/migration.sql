-- AlterTable
ALTER TABLE "enrollments" ADD COLUMN     "shows" TEXT[] DEFAULT ARRAY['skills']::TEXT[],
ADD COLUMN     "told_waiting_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "match_drafts" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "proposed_at" TIMESTAMPTZ(3),
    "proof" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "match_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_rows" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "draft_id" TEXT NOT NULL,
    "mentee_id" TEXT NOT NULL,
    "mentor_id" TEXT,
    "proposed_id" TEXT,
    "standing" TEXT NOT NULL,
    "score" INTEGER,
    "reasons" TEXT[],
    "version" INTEGER NOT NULL,

    CONSTRAINT "draft_rows_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_changes" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "draft_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "mentee_id" TEXT,
    "from_id" TEXT,
    "to_id" TEXT,

    CONSTRAINT "draft_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "match_runs" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "percent" INTEGER NOT NULL DEFAULT 0,
    "claimed_by" TEXT,
    "claimed_at" TIMESTAMPTZ(3),

    CONSTRAINT "match_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offers" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "mentor_id" TEXT NOT NULL,
    "mentee_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "reasons" TEXT[],
    "score" INTEGER NOT NULL,
    "published_by" TEXT NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "reminded_at" TIMESTAMPTZ(3),
    "next_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "why" BYTEA,

    CONSTRAINT "offers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rejections" (
    "organization_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "mentor_id" TEXT NOT NULL,
    "mentee_id" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rejections_pkey" PRIMARY KEY ("program_id","mentor_id","mentee_id")
);

-- CreateTable
CREATE TABLE "preferences" (
    "organization_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "mentee_id" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "mentor_id" TEXT NOT NULL,

    CONSTRAINT "preferences_pkey" PRIMARY KEY ("program_id","mentee_id","rank")
);

-- CreateTable
CREATE TABLE "peer_rounds" (
    "id" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "groups" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "peer_rounds_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "match_drafts_program_id_key" ON "match_drafts"("program_id");

-- CreateIndex
CREATE UNIQUE INDEX "draft_rows_draft_id_mentee_id_key" ON "draft_rows"("draft_id", "mentee_id");

-- CreateIndex
CREATE INDEX "draft_changes_draft_id_version_idx" ON "draft_changes"("draft_id", "version");

-- CreateIndex
CREATE INDEX "match_runs_state_idx" ON "match_runs"("state");

-- CreateIndex
CREATE INDEX "match_runs_program_id_asked_at_idx" ON "match_runs"("program_id", "asked_at");

-- CreateIndex
CREATE INDEX "offers_next_at_idx" ON "offers"("next_at");

-- CreateIndex
CREATE INDEX "offers_program_id_state_idx" ON "offers"("program_id", "state");

-- CreateIndex
CREATE INDEX "offers_mentor_id_state_idx" ON "offers"("mentor_id", "state");

-- CreateIndex
CREATE INDEX "offers_mentee_id_state_idx" ON "offers"("mentee_id", "state");

-- CreateIndex
CREATE INDEX "rejections_organization_id_idx" ON "rejections"("organization_id");

-- CreateIndex
CREATE INDEX "preferences_organization_id_idx" ON "preferences"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "peer_rounds_program_id_number_key" ON "peer_rounds"("program_id", "number");

-- AddForeignKey
ALTER TABLE "draft_rows" ADD CONSTRAINT "draft_rows_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "match_drafts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_changes" ADD CONSTRAINT "draft_changes_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "match_drafts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
