namespace Integrationskonzept.ServiceDefaults.Tests;

/// <summary>
/// Spans belong to the process, not to one of its hosts, and what is published reaches all: who counts all spans or all refused messages
/// must be alone.
/// </summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
