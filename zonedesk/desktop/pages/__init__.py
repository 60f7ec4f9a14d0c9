"""The pages of the app; each module here registers one."""
