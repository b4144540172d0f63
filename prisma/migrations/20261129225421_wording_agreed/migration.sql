-- CreateEnum
CREATE TYPE "WordingAgreement" AS ENUM ('IN_PERSON', 'PHONE', 'MAIL', 'LETTER');

-- CreateTable
CREATE TABLE "proposal_wordings" (
    "proposal_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "agreed_how" "WordingAgreement" NOT NULL,
    "agreed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_wordings_pkey" PRIMARY KEY ("proposal_id")
);

-- AddForeignKey
ALTER TABLE "proposal_wordings" ADD CONSTRAINT "proposal_wordings_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE CASCADE ON UPDATE CASCADE;
