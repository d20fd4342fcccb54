"""The page of the devices that came by themselves: listed, placed on the plan, signed or rejected."""
