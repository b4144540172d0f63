-- CreateEnum
CREATE TYPE "CorrectedKind" AS ENUM ('DECISION', 'FORUM_TASK', 'STATEMENT', 'SIGNATURE_LIST', 'CALL');

-- AlterTable
ALTER TABLE "decisions" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "forum_tasks" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "call_list_items" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "statements" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "corrections" (
    "id" UUID NOT NULL,
    "kind" "CorrectedKind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'INTERNAL',
    "earlier" JSONB NOT NULL,

    CONSTRAINT "corrections_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "corrections_subject_id_version_key" ON "corrections"("subject_id", "version");
