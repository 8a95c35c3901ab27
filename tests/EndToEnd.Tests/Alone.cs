namespace Integrationskonzept.EndToEnd.Tests;

/// <summary>While a service is dead, others would find it dead, too.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Alone;
