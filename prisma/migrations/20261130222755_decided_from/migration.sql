-- AlterTable
ALTER TABLE "activation_formats" ADD COLUMN     "decided_from" "ActivationState";

ALTER TABLE "activation_formats" ADD CONSTRAINT "activation_formats_decided_from" CHECK (
  "decided_from" IS NULL OR ("decided_at" IS NOT NULL AND "decided_from" IN ('IDEA', 'CONCEPT', 'IN_TRIAL', 'EVALUATED')));
