"""The configuration: its shape (`schema`), its reader (`read`) and the resolver of secrets."""
