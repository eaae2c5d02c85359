-- AlterTable
ALTER TABLE "meetings" ADD COLUMN     "confirmed_on" DATE;
