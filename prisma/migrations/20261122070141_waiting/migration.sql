-- AlterTable
ALTER TABLE "enrollments" ADD COLUMN     "look_at" TIMESTAMPTZ(3),
ADD COLUMN     "to_place_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "programs" ADD COLUMN     "published_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "enrollments_look_at_idx" ON "enrollments"("look_at");

-- CreateIndex
CREATE INDEX "enrollments_to_place_since_idx" ON "enrollments"("to_place_since");
