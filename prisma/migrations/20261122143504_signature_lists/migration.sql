-- AlterTable
ALTER TABLE "proposals" ADD COLUMN     "paper_signatures" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "signature_lists" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "signatures" INTEGER NOT NULL,
    "collected_on" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "struck_at" TIMESTAMPTZ(3),

    CONSTRAINT "signature_lists_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "signature_lists_proposal_id_idx" ON "signature_lists"("proposal_id");

-- AddForeignKey
ALTER TABLE "signature_lists" ADD CONSTRAINT "signature_lists_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE CASCADE ON UPDATE CASCADE;
