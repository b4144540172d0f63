-- AlterTable
ALTER TABLE "sign_in_codes" ADD COLUMN     "chain_id" UUID NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE "sign_in_codes" ALTER COLUMN "chain_id" DROP DEFAULT;

-- CreateIndex
CREATE INDEX "sign_in_codes_chain_id_idx" ON "sign_in_codes"("chain_id");
