-- A name at a sign-in server means nothing without the server: an identity is kept under its issuer. Of
-- those from before nobody can say which one it was; they are connected anew.
DELETE FROM "linked_identities" WHERE "provider" !~ '^https?://';
ALTER TABLE "linked_identities" ADD CONSTRAINT "linked_identities_provider_is_issuer" CHECK ("provider" ~ '^https?://');
