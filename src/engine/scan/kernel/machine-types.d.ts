// AssemblyScript's types of numbers, as the host sees them.
type usize = number;
type u32 = number;
