using Integrationskonzept.Rendering;

var builder = WebApplication.CreateBuilder(args);
builder.AddRendering();

var app = builder.Build();
app.UseExceptionHandler();
app.MapRenderEndpoints();
app.MapHealthChecks("/health");
app.Run();

/// <summary>Named so that tests can start the service.</summary>
public partial class Program;
