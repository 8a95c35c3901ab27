// A service as small as can be; "migrate" is its other life. What it does beyond that, tests ask for by environment variables.
if (args is ["migrate", ..])
{
    Console.Error.WriteLine("no table called municipalities");
    return int.Parse(Environment.GetEnvironmentVariable("MIGRATION_EXIT_CODE") ?? "0", System.Globalization.CultureInfo.InvariantCulture);
}

var app = WebApplication.CreateSlimBuilder(args).Build();
app.MapGet("/health", () => Environment.GetEnvironmentVariable("NEVER_HEALTHY") is null ? Results.Ok() : Results.StatusCode(503));
app.MapGet("/environment/{name}", (string name) => Environment.GetEnvironmentVariable(name));
app.Run();
return 0;
