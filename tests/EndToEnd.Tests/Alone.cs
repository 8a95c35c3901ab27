namespace Integrationskonzept.EndToEnd.Tests;

/// <summary>After the others: while a service is dead, they would find it dead, too.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
