"""The page of the proofs: every detector of the plan, and the test that is on."""
