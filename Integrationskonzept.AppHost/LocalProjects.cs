namespace Projects;

/// <summary>Names this AppHost in tests, as the Aspire SDK would generate it.</summary>
#pragma warning disable CA1707 // the SDK's naming
public sealed class Integrationskonzept_AppHost;
