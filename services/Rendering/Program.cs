using Integrationskonzept.Rendering;
using Integrationskonzept.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("rendering");
builder.AddRendering();

var app = builder.Build();
app.UseServiceDefaults();
app.MapRenderEndpoints();
app.Run();
