-- CreateEnum
CREATE TYPE "WorkArea" AS ENUM ('OFFICE', 'COUNSELLING');

-- CreateEnum
CREATE TYPE "MinutesState" AS ENUM ('NONE', 'DRAFT', 'SUBMITTED', 'UNCONFIRMED', 'CONFIRMED');

-- AlterEnum
ALTER TYPE "Role" ADD VALUE 'FUNDER';

-- AlterTable
ALTER TABLE "user_sessions" ADD COLUMN     "area" "WorkArea";

-- AlterTable
ALTER TABLE "forum_sessions" ADD COLUMN     "minutes_return_note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "minutes_since" TIMESTAMPTZ(3),
ADD COLUMN     "minutes_state" "MinutesState" NOT NULL DEFAULT 'NONE',
ADD COLUMN     "moderator_id" UUID,
ADD COLUMN     "moderator_named" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "step_at" TIMESTAMPTZ(3),
ADD COLUMN     "step_from" "ForumSessionState";

-- AlterTable
ALTER TABLE "agenda_items" ADD COLUMN     "record" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "proposal_steps" ADD COLUMN     "step" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "forum_sessions_moderator_id_idx" ON "forum_sessions"("moderator_id");

-- AddForeignKey
ALTER TABLE "forum_sessions" ADD CONSTRAINT "forum_sessions_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;
