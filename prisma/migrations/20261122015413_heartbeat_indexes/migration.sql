-- AlterTable
ALTER TABLE "people" ADD COLUMN     "has_account" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "enrollments_noticed_at_idx" ON "enrollments"("noticed_at");

-- CreateIndex
CREATE INDEX "enrollments_paused_until_idx" ON "enrollments"("paused_until");

-- CreateIndex
CREATE INDEX "people_has_account_sought_at_idx" ON "people"("has_account", "sought_at");

-- What is there already
UPDATE "people" SET "has_account" = true
WHERE EXISTS (SELECT FROM "accounts" WHERE "accounts"."person_id" = "people"."id" AND "accounts"."gone_at" IS NULL);
