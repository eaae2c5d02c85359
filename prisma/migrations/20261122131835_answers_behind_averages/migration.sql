-- AlterTable
ALTER TABLE "published_averages" ADD COLUMN     "sealed" BYTEA;
