-- AlterTable
ALTER TABLE "people" ADD COLUMN     "sought_at" TIMESTAMPTZ(3);
