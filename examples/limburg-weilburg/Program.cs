using Integrationskonzept.Walkthrough;

// Plays the whole way of an Integrationskonzept through the gateway, as the roles would.
if (WalkthroughOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine("Usage: Walkthrough --gateway URL --accounts FILE [--tenants-only]");
    return 2;
}

try
{
    await new Walkthrough(options, Console.WriteLine).PlayAsync();
    return 0;
}
catch (Exception failure) when (failure is WalkthroughException or HttpRequestException or TimeoutException)
{
    Console.Error.WriteLine($"The walkthrough stopped: {failure.Message}");
    return 1;
}
