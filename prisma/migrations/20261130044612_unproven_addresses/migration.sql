-- CreateTable
CREATE TABLE "unproven_addresses" (
    "case_id" UUID NOT NULL,
    "typed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unproven_addresses_pkey" PRIMARY KEY ("case_id")
);
